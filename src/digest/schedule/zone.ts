/** Which time zone somebody means. What is stored is the name Intl itself gives the zone, and that is echoed. */

import { fold } from '../../base/folding.ts'
import { nearest } from '../../base/nearest.ts'
import { quoted, type Read, refused, understood } from './mistake.ts'
import { ABBREVIATIONS, AMBIGUOUS, CITIES, FIXED, OFFSET_EXAMPLES } from './zone-names.ts'

/**
 * A zone by its IANA name in any case ('asia/shanghai'), by a link of the tz database ('PRC'), or by a city or
 * country that has one ('Beijing', '纽约', 'Tokyo time'). Distances from UTC and letters such as EST are refused:
 * they say nothing of summer time.
 */
export function readZone(text: string): Read<string> {
  const name = plain(text)
  if (name === '') return refused('zone-missing', { example: 'Asia/Shanghai' })
  const choices = AMBIGUOUS.get(name)
  if (choices !== undefined) return refused('zone-ambiguous', { value: quoted(text), choices })
  const near = ABBREVIATIONS.get(name)
  if (near !== undefined) return refused('zone-abbreviation', { value: quoted(text), near })
  if (OFFSET.test(name) || FIXED.includes(name)) return refused('zone-offset', offsetHint(text, name))
  const zone = CITIES.get(name) ?? byIntl(name.replaceAll(' ', '_'))
  if (zone !== null) return understood(zone)
  return refused('zone-unknown', { value: quoted(text), ...nearHint(name) })
}

/** The words that readZone knows beside IANA names, folded: for whoever looks for a zone inside a longer text. */
export const ZONE_WORDS: readonly string[] = [
  ...CITIES.keys(),
  ...AMBIGUOUS.keys(),
  ...ABBREVIATIONS.keys(),
  ...FIXED,
]

/** 'UTC+8', 'GMT-05:00', '+0800', 'Etc/GMT-8' */
const OFFSET = /^(?:(?:etc\/)?(?:utc|gmt) ?)?[+-] ?\d{1,2}(?::?[0-5]\d)?$/

/** Folded, and without what people put around a zone: 'in London', 'Beijing time', '北京时间', '(Tokyo)'. */
function plain(text: string): string {
  const name = fold(text.slice(0, LONGEST))
    .replace(/^\(|\)$/g, '')
    .replace(/^(?:in |zone:? |timezone:? |time zone:? |时区:? ?)/, '')
  const short = name.replace(/ ?(?:standard time|local time|time|当地时间|标准时间|时间|时区)$/, '')
  return short === '' ? name : short
}

function byIntl(name: string): string | null {
  if (!/^[a-z]/.test(name)) return null
  try {
    const zone = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone
    return zone === 'UTC' || STANDARD.has(zone) ? zone : null
  } catch {
    return null
  }
}

function offsetHint(text: string, name: string) {
  const [, sign, hours] = /([+-]) ?(\d{1,2})/.exec(name) ?? []
  // the names below Etc/ count the other way round: Etc/GMT-8 is ahead of Greenwich
  const ahead = name.startsWith('etc/') ? '-' : '+'
  const distance = hours === undefined ? 8 : (sign === ahead ? 1 : -1) * Number(hours)
  return { value: quoted(text), near: OFFSET_EXAMPLES[distance] ?? 'Asia/Shanghai' }
}

/** 'asia/bejing' and 'Asia/Beijing' are closest to names of cities; 'Europe/Berlim' to an IANA name. */
function nearHint(name: string): { near?: string } {
  const city = nearest(name, CITIES.keys())
  const iana = nearest(name, STANDARD)
  const near = city === undefined ? iana : CITIES.get(city)
  return near === undefined ? {} : { near }
}

const STANDARD: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'))
/** Longer than any name of a zone. */
const LONGEST = 100
