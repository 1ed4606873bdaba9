/**
 * When a digest is due next. Patterns are met on the wall: croner names the days, and the wall time becomes an
 * instant by our own rule for gaps and folds (local-time.ts). Instants are milliseconds since 1970.
 */
import { acceptedCron, type Cron } from './cron.ts'
import { DAY, dateText, instantOf, MINUTE, minuteText, startOfDay, wallAt } from './local-time.ts'
import { rulesOf, type ZoneRules } from './zone-rules.ts'

export interface Due {
  due: number
  /**
   * What makes the run the same run, also after the tz database or the digest changed: the local date of a digest
   * that runs at most once a day ('2026-03-08'), date and nominal time for several a day ('2026-03-08T02:30'), the
   * instant for patterns that follow elapsed time ('2026-03-08T02:30Z').
   */
  slot: string
}

export type RulesOf = (zone: string) => ZoneRules

/**
 * The first run after an instant whose slot has no row yet; null when the pattern has none left. `cron` and `zone`
 * are texts that readCron and readZone gave; others throw RangeError.
 */
export function nextDue(
  cron: string,
  zone: string,
  after: number,
  has: (slot: string) => boolean,
  rules: RulesOf = rulesOf,
): Due | null {
  let passed = 0
  for (const run of runsAfter(acceptedCron(cron), rules(zone), after)) {
    if (!has(run.slot)) return run
    if (++passed === MOST_PASSED) break
  }
  return null
}

/** The next three runs with the time on the wall ('2026-03-08T03:00'), to be read back before a digest is made. */
export function nextThree(
  cron: string,
  zone: string,
  after: number,
  rules: RulesOf = rulesOf,
): (Due & { local: string })[] {
  const runs: (Due & { local: string })[] = []
  for (const run of runsAfter(acceptedCron(cron), rules(zone), after)) {
    runs.push({ ...run, local: minuteText(wallAt(rules(zone), run.due)) })
    if (runs.length === 3) break
  }
  return runs
}

/**
 * The runs after one instant, up to and with another, oldest first: at most the newest `most` of them, and how many
 * earlier ones there were. Looks back no further than a year.
 */
export function missedSince(
  cron: string,
  zone: string,
  after: number,
  until: number,
  { most = 1_000, rules = rulesOf }: { most?: number; rules?: RulesOf } = {},
): { missed: Due[]; earlier: number } {
  const missed: Due[] = []
  let earlier = 0
  for (const run of runsAfter(acceptedCron(cron), rules(zone), Math.max(after, until - LONGEST_DOWNTIME))) {
    if (run.due > until) break
    missed.push(run)
    // cut in large pieces: taking away one at a time would move all others each time
    if (missed.length >= most * 2) earlier += missed.splice(0, missed.length - most).length
  }
  earlier += missed.splice(0, Math.max(0, missed.length - most)).length
  return { missed, earlier }
}

function runsAfter(cron: Cron, rules: ZoneRules, after: number): Generator<Due> {
  return cron.pace === 'elapsed' ? elapsedAfter(cron, rules, after) : nominalAfter(cron, rules, after)
}

/** Each wall time of the pattern, once. Two that a gap moves to one instant are one run: the first of them. */
function* nominalAfter(cron: Cron, rules: ZoneRules, after: number): Generator<Due> {
  let last = after
  for (const wall of wallTimesFrom(cron, wallAt(rules, after))) {
    const due = instantOf(rules, wall)
    if (due === null || due <= last) continue
    last = due
    yield { due, slot: cron.pace === 'daily' ? dateText(wall) : minuteText(wall) }
  }
}

/** Each instant at which the wall shows a time of the pattern: twice in a fold, never in a gap. */
function* elapsedAfter(cron: Cron, rules: ZoneRules, after: number): Generator<Due> {
  let from = after + 1
  for (;;) {
    const stretch = rules.stretchAt(from)
    let next: number | null = null
    for (const wall of wallTimesFrom(cron, from + stretch.offset)) {
      next = wall - stretch.offset
      if (next >= stretch.until) break
      yield { due: next, slot: `${minuteText(next)}Z` }
    }
    if (next === null) return
    // the day before is far enough from the next run for any change of the zone to lie behind it
    from = Math.max(stretch.until, next - DAY)
  }
}

/** The wall times a pattern names, from one on; every one, whether it exists in the zone or not. */
function* wallTimesFrom(cron: Cron, wall: number): Generator<number> {
  for (let day = cron.dayFrom(startOfDay(wall)); day !== null; day = cron.dayFrom(day + DAY)) {
    for (const time of cron.times) {
      const named = day + time * MINUTE
      if (named >= wall) yield named
    }
  }
}

/** More slots with rows than this ahead of `after` are not there by planning. */
const MOST_PASSED = 10_000
const LONGEST_DOWNTIME = 366 * DAY
