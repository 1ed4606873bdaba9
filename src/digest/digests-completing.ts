/** What could be meant while somebody still types a zone or a digest. */
import type { Completed } from '../chat/desk.ts'
import { parseQuery } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { aboutInWords } from './content-about.ts'
import type { Digest } from './digest-store.ts'
import { saySchedule } from './schedule/words/say.ts'
import { readZone } from './schedule/zone.ts'

/** A city or a link of the tz database first, then names that begin so, then names that hold it. */
export function completeZone(typed: string, limit: number): Completed[] {
  const text = typed.trim().toLowerCase().slice(0, LONGEST).replaceAll(' ', '_')
  const read = readZone(typed.slice(0, LONGEST))
  const meant = read.ok ? [read.value] : choicesOf(read.mistake.params.choices)
  const begun = ZONES.filter((zone) =>
    zone
      .toLowerCase()
      .split('/')
      .some((part) => part.startsWith(text)),
  )
  const holding = ZONES.filter((zone) => zone.toLowerCase().includes(text))
  const offered = text === '' ? OFTEN : [...meant, ...begun, ...holding]
  return [...new Set(offered)].slice(0, limit).map((zone) => ({ label: zone, value: zone }))
}

export function digestsCompleted(
  digests: readonly Digest[],
  typed: string,
  limit: number,
  vocabulary: Vocabulary,
  locale: 'en' | 'zh',
): Completed[] {
  const text = typed.trim().toLowerCase()
  const labelled = digests.map(({ id, about, cron, zone }) => ({
    label: `${id}: ${aboutInWords(parseQuery(about)!, vocabulary, locale)} · ${saySchedule(cron, zone, locale)}`,
    value: id,
  }))
  return labelled.filter(({ label }) => label.toLowerCase().includes(text)).slice(0, limit)
}

const choicesOf = (choices: unknown): string[] => (Array.isArray(choices) ? choices.map(String) : [])

const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone')
const OFTEN = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Tokyo',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'UTC',
]
const LONGEST = 60
