/**
 * Makes wall-times.csv from `zdump -v`, the tz database's own printer: neither Intl nor croner has a say in it.
 *
 *     node tests/digest/schedule/oracle/make-table.ts > tests/digest/schedule/oracle/wall-times.csv
 *
 * Needs zdump (Debian: libc-bin) and /usr/share/zoneinfo (Debian: tzdata, with its edition in tzdata.zi).
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** One moment at which a zone changes its distance from UTC; instants in ms, distances in ms. */
interface Change {
  at: number
  before: number
  after: number
}

/** A wall time and the instant it must become: zone, kind, wall, instant. */
type Row = readonly [string, string, string, string]

/** The changes in what `zdump -v` prints: pairs of lines, the second before a change and the change itself. */
export function changesIn(printed: string): Change[] {
  const changes: Change[] = []
  let before: number | null = null
  for (const line of printed.split('\n')) {
    const [, instant, seconds] = /^\S+ {2}(.+) UT = .* gmtoff=(-?\d+)$/.exec(line) ?? []
    if (instant === undefined) continue
    const offset = Number(seconds) * 1000
    if (before !== null && before !== offset)
      changes.push({ at: Date.parse(`${instant} UTC`), before, after: offset })
    before = offset
  }
  return changes
}

/** Around a gap: the minute before, its first and middle minute (both due at its end), its end. Around a fold alike. */
export function rowsAround(zone: string, { at, before, after }: Change): Row[] {
  const minute = 60_000
  const row = (kind: string, wall: number, instant: number): Row => [
    zone,
    kind,
    new Date(wall).toISOString().slice(0, 16),
    `${new Date(instant).toISOString().slice(0, 16)}Z`,
  ]
  const [low, high] = [at + Math.min(before, after), at + Math.max(before, after)]
  const middle = low + Math.floor((high - low) / 2 / minute) * minute
  const last = row('before', low - minute, low - minute - before)
  if (after > before) return [last, row('gap', low, at), row('gap', middle, at), row('end of gap', high, at)]
  return [
    last,
    row('fold', low, low - before),
    row('fold', middle, middle - before),
    row('end of fold', high, high - after),
  ]
}

/** Not an npm package: part of the C library's tools. */
const ZDUMP = 'zdump'

if (import.meta.main) {
  const edition = /version (\S+)/.exec(readFileSync('/usr/share/zoneinfo/tzdata.zi', 'utf8'))?.[1]
  const printed = (zone: string, from: number, to: number) =>
    changesIn(execFileSync(ZDUMP, ['-v', '-c', `${from},${to}`, zone], { encoding: 'utf8' }))
  const rows = zones().flatMap(([zone, from, to]) =>
    printed(zone, from, to).flatMap((change) => rowsAround(zone, change)),
  )
  process.stdout.write(`# tz ${edition}, made by make-table.ts from zdump -v\nzone,kind,wall,instant\n`)
  process.stdout.write(rows.map((row) => `${row.join(',')}\n`).join(''))
}

/** Zone and years: the common ones, gaps at midnight, half hours, a whole day left out, and changes of law. */
function zones(): readonly (readonly [string, number, number])[] {
  return [
    ['America/New_York', 2025, 2027],
    ['Europe/Berlin', 2025, 2027],
    ['Europe/London', 2026, 2027],
    ['America/Santiago', 2025, 2027],
    ['Africa/Cairo', 2025, 2027],
    ['Australia/Lord_Howe', 2025, 2027],
    ['Australia/Sydney', 2026, 2027],
    ['Pacific/Auckland', 2026, 2027],
    ['Pacific/Chatham', 2026, 2027],
    ['America/St_Johns', 2026, 2027],
    ['America/Havana', 2026, 2027],
    ['America/Nuuk', 2025, 2027],
    ['Asia/Beirut', 2026, 2027],
    ['Asia/Jerusalem', 2026, 2027],
    ['Africa/Casablanca', 2026, 2027],
    ['Atlantic/Azores', 2026, 2027],
    ['Asia/Tehran', 2022, 2023],
    ['Asia/Pyongyang', 2014, 2019],
    ['Asia/Shanghai', 1991, 1992],
    ['Antarctica/Troll', 2026, 2027],
    ['Pacific/Apia', 2011, 2012],
  ]
}
