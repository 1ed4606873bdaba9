/** What somebody asks of a digest in free text: what it is about, and behind or before it when it should come. */
import type { MistakeCode, ScheduleMistake } from './schedule/mistake.ts'
import { type ReadSchedule, readSchedule } from './schedule/words/read.ts'
import { readZone } from './schedule/zone.ts'

export interface Request {
  /** '' where nothing but a schedule was said. */
  what: string
  schedule: ReadSchedule | null
  /** Where there is no schedule: what is wrong with the words that were meant as one, if any were. */
  mistake: ScheduleMistake | null
}

/**
 * 'new energy in Shandong, weekdays 9:00 Shanghai', '山东新能源每周一早上九点', 'every Monday: GDP growth'. The longest end
 * (else beginning) that is a whole schedule is the schedule. A place next to it is no zone ('GDP Beijing weekdays 9:00')
 * unless a comma says so. `needsWhat`: a time alone is not enough, so a place before it ('Shanghai, weekdays 9:00') is
 * what it is about, though the place has a zone too.
 */
export function readRequest(text: string, { needsWhat = false } = {}): Request {
  const said = text.trim().slice(0, LONGEST)
  const whole = readSchedule(said)
  const borders = bordersIn(said)
  if (whole.ok) {
    const placed = needsWhat ? placeBefore(said, borders, whole.value) : null
    return placed ?? { what: '', schedule: whole.value, mistake: null }
  }
  return (
    ending(said, borders) ??
    beginning(said, borders) ?? { what: said, schedule: null, mistake: mistakeIn(said, borders) }
  )
}

function placeBefore(said: string, borders: readonly Border[], { cron }: ReadSchedule): Request | null {
  for (const { at } of borders) {
    const read = at === 0 ? null : readSchedule(said.slice(at))
    if (read?.ok === true && read.value.cron === cron && read.value.zone === null)
      return { what: bare(said.slice(0, at)), schedule: read.value, mistake: null }
  }
  return null
}

function ending(said: string, borders: readonly Border[]): Request | null {
  const found = borders
    .filter(({ at }) => at > 0)
    .flatMap((border) => scheduleIn(border, said.slice(border.at)))
  const chosen = narrowed(found)
  if (chosen === null) return null
  const what = bare(said.slice(0, chosen.border.at))
  if (what === '') return null
  // '9:00 and 17:30 daily' is wrong as a whole; that its end alone is right does not mend it
  const mistake = mistakeIn(
    said,
    borders.filter(({ at }) => at < chosen.border.at),
    OF_ALL,
  )
  return mistake === null
    ? { what, schedule: chosen.schedule, mistake }
    : { what: said, schedule: null, mistake }
}

function beginning(said: string, borders: readonly Border[]): Request | null {
  const found = borders
    .filter(({ at }) => at > 0)
    .reverse()
    .flatMap((border) => scheduleIn(border, bare(said.slice(0, border.at))))
  const chosen = narrowed(found)
  if (chosen === null) return null
  const what = bare(said.slice(chosen.border.at))
  // what is left of 'Dongying weekdays 9:00 EST' is no question but a zone that was refused
  const zone = readZone(what)
  return what === '' || zone.ok || zone.mistake.code !== 'zone-unknown'
    ? null
    : { what, schedule: chosen.schedule, mistake: null }
}

interface Border {
  at: number
  /** A comma or the like stands before it. */
  marked: boolean
}

interface Found {
  border: Border
  schedule: ReadSchedule
}

function scheduleIn(border: Border, part: string): Found[] {
  const read = readSchedule(part)
  return read.ok ? [{ border, schedule: read.value }] : []
}

/** From the longest on: one that is the same but for a zone at its edge is meant, because that "zone" is a place. */
function narrowed(found: readonly Found[]): Found | null {
  const [longest] = found
  if (longest === undefined) return null
  const marked = found.find(
    ({ border, schedule }) => border.marked && schedule.cron === longest.schedule.cron,
  )
  if (marked !== undefined) return marked
  let chosen = longest
  for (const shorter of found) {
    if (shorter.schedule.cron !== longest.schedule.cron) continue
    if (shorter.schedule.zone !== chosen.schedule.zone) chosen = shorter
  }
  return chosen
}

/** Where a word begins: behind a blank or a mark, and at every Chinese character. */
function bordersIn(text: string): Border[] {
  const borders: Border[] = []
  for (let at = 0; at < text.length; at++) {
    const before = text.slice(0, at)
    const isStart = at === 0 || BLANK.test(text[at - 1]!) || HAN.test(text[at]!) || HAN.test(text[at - 1]!)
    // neither inside of 9:00 nor at a year, which would be read as 20:24
    const isInside = /\d[:：]$/.test(before.slice(-2)) && /\d/.test(text[at]!)
    const isYear = /^(?:[a-z]{2,5} )?(?:19|20)\d\d(?![\d:：])/i.test(text.slice(at, at + 12))
    if (isStart && !isInside && !isYear && !BLANK.test(text[at]!))
      borders.push({ at, marked: MARKED.test(before.slice(-3)) })
  }
  return borders.slice(0, MOST_BORDERS)
}

/** The words of the longest end that begins like a schedule, and what is wrong with them. */
function mistakeIn(
  said: string,
  borders: readonly Border[],
  codes: readonly (readonly MistakeCode[])[] = [OF_ALL[0]!, OF_REST],
): ScheduleMistake | null {
  const mistakes = borders.flatMap(({ at }) => {
    const read = readSchedule(said.slice(at))
    return read.ok ? [] : [read.mistake]
  })
  for (const some of codes) {
    const first = mistakes.find(({ code }) => some.includes(code))
    if (first !== undefined) return first
  }
  return null
}

/** Without the blanks and marks around it. */
export function bare(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && EDGE.test(text[from]!)) from++
  while (to > from && EDGE.test(text[to - 1]!)) to--
  return text.slice(from, to)
}

const EDGE = /[\s,;:，；：、。—–-]/u
const BLANK = /[\s,;，；、。:：]/u
const MARKED = /[,;，；。:：][\s]*$/u
const HAN = /\p{Script=Han}/u
/** As long as a question. */
const LONGEST = 300
const MOST_BORDERS = 120
/** Mistakes that only words of a schedule can make. (A word that no schedule has stands first in most ends of a text.) */
const OF_ALL: readonly (readonly MistakeCode[])[] = [
  ['times-differ', 'too-often', 'rhythm-impossible', 'time-unclear', 'not-recurring', 'cron-never'],
]
const OF_REST: readonly MistakeCode[] = [
  'time-unreadable',
  'words-conflict',
  'cron-fields',
  'cron-value',
  'zone-abbreviation',
  'zone-offset',
  'zone-ambiguous',
]
