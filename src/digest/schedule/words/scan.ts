/** A text cut into the pieces of a schedule; whatever is none of them is refused by name. */
import { nearest } from '../../../base/nearest.ts'
import { quoted, type Read, refused, understood } from '../mistake.ts'
import { readZone, ZONE_WORDS } from '../zone.ts'
import { CHINESE } from './chinese.ts'
import { ENGLISH, ENGLISH_WORDS } from './english.ts'
import type { Rule, Token } from './token.ts'

/** At each place the longest piece of either language; the text is folded. */
export function scan(text: string): Read<Token[]> {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ') {
      at++
      continue
    }
    const found = longestAt(text, at)
    if (found === null) return unknown(text.slice(at))
    if (found.token.kind === 'mistake') return { ok: false, mistake: found.token.mistake }
    if (found.token.kind !== 'noise') tokens.push(found.token)
    at = found.end
  }
  return understood(tokens)
}

interface Found {
  token: Token
  end: number
}

function longestAt(text: string, at: number): Found | null {
  let longest: Found | null = null
  for (const rule of RULES) {
    rule.pattern.lastIndex = at
    const match = rule.pattern.exec(text)
    if (match === null || match[0] === '') continue
    const end = at + match[0].length
    if ((longest !== null && end <= longest.end) || !endsWord(text, end)) continue
    const token = rule.token(match)
    if (token !== null) longest = { token, end }
  }
  return longest
}

/** A piece ends where a word does: 'mon' is not the beginning of 'money', 9 not of 9th. */
function endsWord(text: string, end: number): boolean {
  const last = text[end - 1]!
  const next = text[end] ?? ''
  if (/[a-z]/.test(last)) return !/[a-z]/.test(next)
  return !/\d/.test(last) || !/[\da-z]/.test(next)
}

function unknown(rest: string) {
  const word = /^(?:[a-z0-9][a-z0-9'_./:+-]*|\p{Script=Han}{1,4}|.)/u.exec(rest)?.[0] ?? rest
  const near = /^[a-z]/.test(word) ? nearest(word, KNOWN_WORDS) : undefined
  return refused('word-unknown', { word: quoted(word), ...(near === undefined ? {} : { near }) })
}

const zoneToken = ([said]: RegExpExecArray): Token => {
  const zone = readZone(said)
  return zone.ok ? { kind: 'zone', zone: zone.value } : { kind: 'mistake', mistake: zone.mistake }
}

const ZONES: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?:${[...ZONE_WORDS, 'utc', 'gmt']
        .sort((a, b) => b.length - a.length)
        .map((word) => word.replace(/[^\p{L}\p{N} /]/gu, '\\$&'))
        .join('|')})(?: ?(?:standard time|local time|time|当地时间|标准时间|时间|时区))?`,
      'uy',
    ),
    token: zoneToken,
  },
  { pattern: /[a-z]{2,20}(?:\/[a-z0-9_+-]{1,30}){1,2}(?: time)?/y, token: zoneToken },
  { pattern: /(?<=^| )[+-]\d{1,2}:?\d\d|(?:utc|gmt) ?[+-] ?\d{1,2}(?::?\d\d)?/y, token: zoneToken },
  { pattern: /(?:time ?zone|zone|时区):?/y, token: () => ({ kind: 'noise' }) },
]

const RULES: readonly Rule[] = [...CHINESE, ...ENGLISH, ...ZONES]
const KNOWN_WORDS = [...ENGLISH_WORDS, ...ZONE_WORDS.filter((word) => /^[a-z]{4}/.test(word))]
