/** How far a zone is from UTC, and when that changes: as Intl knows it, kept so that thousands of digests plan at once. */

/** A stretch of time with one distance from UTC; the next begins at `until`. Instants and `offset` in milliseconds. */
export interface Stretch {
  from: number
  until: number
  /** Local time minus UTC. */
  offset: number
}

/** The rules of one zone. Handed in, so that a test can change them as a new edition of the tz database does. */
export interface ZoneRules {
  stretchAt(instant: number): Stretch
}

/** The rules of a zone by a name that readZone gave; throws RangeError for others. */
export function rulesOf(name: string): ZoneRules {
  let rules = known.get(name)
  if (rules === undefined) {
    rules = rulesFrom(offsetsOf(name))
    known.set(name, rules)
  }
  return rules
}

/** Rules from nothing but the distance from UTC at each instant. */
export function rulesFrom(offsetAt: (instant: number) => number): ZoneRules {
  const chapters = new Map<number, readonly Stretch[]>()
  return {
    stretchAt(instant) {
      const number = Math.floor(instant / CHAPTER)
      let chapter = chapters.get(number)
      if (chapter === undefined) {
        chapter = stretchesBetween(number * CHAPTER, (number + 1) * CHAPTER, offsetAt)
        chapters.set(number, chapter)
      }
      return chapter.find(({ until }) => instant < until)!
    },
  }
}

function stretchesBetween(
  start: number,
  end: number,
  offsetAt: (instant: number) => number,
): readonly Stretch[] {
  const stretches: Stretch[] = []
  let from = start
  let offset = offsetAt(start)
  for (let at = start; at < end; at += STEP) {
    const next = Math.min(at + STEP, end - SECOND)
    const then = offsetAt(next)
    if (then === offset) continue
    const until = changeBetween(at, next, offset, offsetAt)
    stretches.push({ from, until, offset })
    from = until
    offset = then
  }
  stretches.push({ from, until: end, offset })
  return stretches
}

/** The first second after `low` that no longer has the offset; `high` has not. */
function changeBetween(
  low: number,
  high: number,
  offset: number,
  offsetAt: (instant: number) => number,
): number {
  let before = low / SECOND
  let after = high / SECOND
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle * SECOND) === offset) before = middle
    else after = middle
  }
  return after * SECOND
}

function offsetsOf(name: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  return (instant) => {
    const [, sign, hours, minutes, seconds = '0'] = OFFSET.exec(format.format(instant)) ?? []
    if (sign === undefined) return 0
    const distance = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    return (sign === '-' ? -distance : distance) * SECOND
  }
}

const known = new Map<string, ZoneRules>()

const OFFSET = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/
const SECOND = 1000
const DAY = 86_400_000
const CHAPTER = 366 * DAY
/**
 * Two changes of a zone within one step would be overlooked where they cancel out. The closest two between 1970 and
 * 2037 are just under 7 days apart: Brazil, October 2000 (`zdump -v` of all zones, tz 2025b).
 */
const STEP = 3 * DAY
