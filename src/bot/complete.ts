/**
 * What could be meant while somebody still types. Names that begin with what was typed come first, those with facts
 * before those without; a name mistyped is offered only where none begins so, because here nothing is answered yet.
 */
import Fuse from 'fuse.js'
import type { Command, Completes } from '../chat/command.ts'
import type { Completed } from '../chat/desk.ts'
import type { RegionCode } from '../facts/fact.ts'
import type { Completion } from '../understand/completion.ts'
import type { Engine } from './engine.ts'

export interface Typing {
  kind: Completes
  typed: string
  limit: number
  locale: 'en' | 'zh'
}

type Named = 'region' | 'industry' | 'indicator' | 'period'
type Offers = (typing: Typing) => Completed[]

export function createComplete(
  engine: Pick<Engine, 'complete' | 'read' | 'vocabulary'>,
  commands: readonly Pick<Command<never>, 'name' | 'says'>[],
): Offers {
  const mistyped = new Map<Named, Fuse<Completion>>()
  /** How to say which of the places of one name is meant, by language and code. */
  const saidOf = new Map<string, Completed>()

  const offers: Offers = ({ kind, typed, limit, locale }) => {
    const text = typed.trim()
    switch (kind) {
      case 'region':
      case 'industry':
      case 'indicator':
      case 'period':
        return names(kind, text, limit, locale)
      case 'question':
        return question(typed.slice(0, LONGEST), limit, locale)
      case 'command':
        return commands
          .filter(({ name }) => name.startsWith(text.replace(/^[/／]/, '').toLowerCase()))
          .slice(0, limit)
          .map(({ name, says }) => ({ label: `${name}: ${says[locale]}`, value: name }))
      default:
        return []
    }
  }

  function names(kind: Named, text: string, limit: number, locale: 'en' | 'zh'): Completed[] {
    const begun = engine.complete(kind, text, limit)
    const found = begun.length > 0 || text === '' ? begun : likely(kind, text, limit)
    return found.map((name) => spoken(kind, name, locale))
  }

  function likely(kind: Named, text: string, limit: number): Completion[] {
    let search = mistyped.get(kind)
    if (search === undefined) {
      const all = engine.complete(kind, '', Number.MAX_SAFE_INTEGER)
      search = new Fuse(all, { keys: ['value'], threshold: 0.4, location: 0, distance: 20 })
      mistyped.set(kind, search)
    }
    return search.search(text.slice(0, LONGEST_NAME), { limit }).map(({ item }) => item)
  }

  /** A name in the person's language, as a question would hold it. */
  function spoken(kind: Named, { code, label, value }: Completion, locale: 'en' | 'zh'): Completed {
    const chinese = label.slice(value.length).trim()
    if (chinese === '') return { label, value }
    if (kind !== 'region' || code === undefined)
      return locale === 'zh' ? { label: `${chinese} ${value}`, value: chinese } : { label, value }
    const key = `${locale} ${code}`
    const said = saidOf.get(key) ?? place(code, locale)
    saidOf.set(key, said)
    return said
  }

  /** 'Suzhou, Anhui' where 'Suzhou' alone would be asked back or be taken for another place. */
  function place(code: RegionCode, locale: 'en' | 'zh'): Completed {
    const { regions } = engine.vocabulary
    const { en, zh, parent } = regions.get(code)!
    const above = regions.get(parent ?? '')
    const chinese = [zh, `${above?.zh}${zh}`, `${regions.get(above?.parent ?? '')?.zh}${above?.zh}${zh}`]
    const english = [
      en,
      `${en}, ${above?.en}`,
      `${en} District`,
      `${en} District, ${above?.en}`,
      `${en} County`,
    ]
    const value =
      [...(locale === 'zh' ? [] : english), ...chinese].find((words) => meant(words) === code) ?? zh
    // a label that another place has too would leave nothing to choose by
    const alone = [...regions.values()].filter((region) => region.en === en && region.zh === zh).length === 1
    const [label, where] = locale === 'zh' ? [`${zh} ${en}`, above?.zh] : [`${en} ${zh}`, above?.en]
    return { label: alone ? label : `${label} (${where})`, value }
  }

  /** The one place a text is read as, by itself; null where it is none or several. */
  function meant(words: string): RegionCode | null {
    const { query, choices } = engine.read(words, { now: new Date(0) })
    return query?.regions.length === 1 && choices.length === 0 ? query.regions[0]! : null
  }

  /** The longest end of the question that begins a name is completed; the question is offered whole. */
  function question(typed: string, limit: number, locale: 'en' | 'zh'): Completed[] {
    if (typed.trim() === '') return []
    const offered: Completed[] = [{ label: typed.trim(), value: typed.trim() }]
    for (const start of starts(typed)) {
      const end = typed.slice(start)
      const found = (['region', 'industry', 'indicator'] as const).flatMap((kind) =>
        engine.complete(kind, end, limit).map((name) => spoken(kind, name, HAN.test(end) ? 'zh' : locale)),
      )
      if (found.length === 0) continue
      for (const { value } of found) {
        const whole = typed.slice(0, start) + value
        if (!offered.some((one) => one.value === whole)) offered.push({ label: whole, value: whole })
      }
      break
    }
    return offered.slice(0, limit)
  }

  return offers
}

/** Where the end of the text may begin a name, longest first: after a space or comma, or at any Chinese character. */
function* starts(text: string): Generator<number> {
  for (let at = Math.max(0, text.length - LONGEST_NAME); at < text.length - 1; at++) {
    const before = text[at - 1] ?? ' '
    if (text[at] !== ' ' && (/[\s,，]/.test(before) || HAN.test(text[at]!))) yield at
  }
}

const HAN = /\p{Script=Han}/u
/** A question is never longer (the reader refuses it), and an option's value on Discord neither. */
const LONGEST = 300
const LONGEST_NAME = 40
