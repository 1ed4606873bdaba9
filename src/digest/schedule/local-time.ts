/**
 * From the time on the wall to the instant it happens. A wall time is written as if it were UTC: milliseconds since
 * 1970-01-01T00:00 on the wall.
 */
import type { ZoneRules } from './zone-rules.ts'

export const MINUTE = 60_000
export const DAY = 86_400_000

/**
 * The instant of a wall time. A time that does not exist (a gap) is the first instant after the gap; one that
 * exists twice (a fold) is the first of the two. null where the whole day is left out, as 2011-12-30 in Apia: no
 * such day, nothing due. Later wall times never give earlier instants.
 */
export function instantOf(rules: ZoneRules, wall: number): number | null {
  let before = rules.stretchAt(wall - DAY)
  for (let stretch = before; ; stretch = rules.stretchAt(before.until)) {
    const instant = wall - stretch.offset
    if (instant < stretch.from) {
      const midnight = startOfDay(wall)
      const dayIsLeftOut =
        stretch.from + before.offset <= midnight && stretch.from + stretch.offset >= midnight + DAY
      return dayIsLeftOut ? null : stretch.from
    }
    if (instant < stretch.until) return instant
    before = stretch
  }
}

/** The time on the wall at an instant. */
export const wallAt = (rules: ZoneRules, instant: number): number => instant + rules.stretchAt(instant).offset

export const startOfDay = (wall: number): number => Math.floor(wall / DAY) * DAY

/** '2026-03-08' */
export const dateText = (wall: number): string => new Date(wall).toISOString().slice(0, 10)

/** '2026-03-08T02:30' */
export const minuteText = (wall: number): string => new Date(wall).toISOString().slice(0, 16)
