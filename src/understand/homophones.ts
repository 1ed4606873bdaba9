/**
 * Characters that sound alike: who types by sound picks the wrong one of them (潍方 for 潍坊, 机器任 for 机器人). The
 * sounds are worked out when a text first holds a Chinese word that is not known, because most never do.
 */
import { createRequire } from 'node:module'
import type { Lexicon } from './lexicon.ts'
import type { Segmentation, Span } from './segment.ts'
import type { Entity } from './tree.ts'

/** What a first reading left open, token by token: a second one listens there. */
export interface Heard {
  homophones: Homophones
  /** Whether the character is unknown. */
  unknown: readonly boolean[]
  /** Whether it may be a wrong one: unknown, or a character by itself that names nothing. */
  open: readonly boolean[]
}

/** Where to listen; null where every Chinese character is known. */
export function listenIn({ tokens, spans }: Segmentation, homophones: Homophones): Heard | null {
  const isUnknown = ({ start, meaning }: Span): boolean =>
    meaning.kind === 'unknown' && tokens[start]!.kind === 'han'
  if (!spans.some(isUnknown)) return null
  const unknown = tokens.map(() => false)
  const open = tokens.map(() => false)
  for (const span of spans) {
    const { start, end, meaning, text } = span
    const isNameless =
      end === start + 1 &&
      meaning.kind === 'names' &&
      !FUNCTION.has(text) &&
      meaning.entities.every(({ kind }) => NAMELESS.has(kind))
    unknown.fill(isUnknown(span), start, end)
    open.fill(isUnknown(span) || isNameless, start, end)
  }
  return { homophones, unknown, open }
}

export class Homophones {
  readonly #lexicon: Lexicon
  #bySound: Map<string, string[]> | undefined
  readonly #keys = new Map<string, readonly number[]>()

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  /** The keys of the wordings' characters that sound like this one, or nearly so (民 and 名); not its own. */
  keysOf(character: string): readonly number[] {
    let keys = this.#keys.get(character)
    if (keys === undefined) {
      this.#bySound ??= bySound(this.#lexicon.characters)
      const alike = soundsOf(character).flatMap((sound) => this.#bySound!.get(sound) ?? [])
      keys = [...new Set(alike)]
        .filter((other) => other !== character)
        .map((other) => this.#lexicon.keyOf(other))
      if (this.#keys.size >= MOST_KEPT) this.#keys.clear()
      this.#keys.set(character, keys)
    }
    return keys
  }

  /**
   * What `typed` may stand for when its characters at `slips` of the text `around` it are wrong ones: names of the vocabulary,
   * targets and rankings, and none where such a character belongs to a word of its own (电磁 is no slip of 电池, 青岛视频 no 青岛市).
   */
  namesOf(
    entities: readonly Entity[],
    typed: string,
    slips: readonly number[],
    around: string,
  ): readonly Entity[] {
    const names = entities.filter(({ kind, id, rank }) => {
      if (kind === 'cue') return HEARD_CUES.has(id)
      if (kind === 'organisation') return typed.length > 2
      return kind === 'region' ? rank < COUNTY_RANK || typed.length > 2 : NAMED.has(kind)
    })
    return names.length > 0 && !slips.some((slip) => isInWord(around, slip)) ? names : []
  }
}

/** Whether the character at `at` is part of a word of several characters that a dictionary knows. */
function isInWord(text: string, at: number): boolean {
  if (!OF_BRANCH.test(text) && WORDS.some((word) => text.includes(word))) return true
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const found = segmenter.segment(text).containing(at)
  return found !== undefined && found.segment.length > 1
}

function bySound(characters: Iterable<string>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const character of characters) {
    for (const sound of soundsOf(character)) {
      const alike = found.get(sound)
      if (alike === undefined) found.set(sound, [character])
      else alike.push(character)
    }
  }
  return found
}

/** 重 is zhong and chong, without the -g. */
function soundsOf(character: string): readonly string[] {
  pinyin ??= (createRequire(import.meta.url)('pinyin-pro') as PinyinPro).pinyin
  return pinyin(character, { toneType: 'none', multiple: true, type: 'array' }).map((sound) =>
    sound.replace(FINAL, '$1'),
  )
}

interface PinyinPro {
  pinyin(text: string, options: { toneType: 'none'; multiple: true; type: 'array' }): string[]
}
let pinyin: PinyinPro['pinyin'] | undefined
let segmenter: Intl.Segmenter | undefined

/** Many hear no difference between -n and -ng. */
const FINAL = /([aei]n)g$/
const HEARD_CUES: ReadonlySet<string> = new Set(['status:target', 'intent:rank'])
const NAMELESS: ReadonlySet<string> = new Set(['light', 'soft', 'cue', 'unit'])
/** Typed too often to be typed by mistake. */
const FUNCTION = new Set('的了吗呢是有在和与及或不多少几哪个年月日一二三四五六七八九十两')
const NAMED: ReadonlySet<string> = new Set(['industry', 'base', 'measure'])
/** As in the lexicon. Of two characters there are counties for nearly every sound. */
const COUNTY_RANK = 4
const MOST_KEPT = 5000
/** Words that sound like a name and that the runtime's dictionary lacks: receivables are no revenue. */
const WORDS = ['应收', '营销', '入口']
/** 产业应收增速: of a branch nobody counts the receivables; 应收账款 stays what it is. */
const OF_BRANCH = /^[业链]应收(?:[增同上下规总是有达的]|$)/
