/** Hours as people say them: a part of the day, am and pm, or the 24-hour clock. */
import { type Read, refused, understood } from '../mistake.ts'
import type { Part } from './token.ts'

export interface SpokenTime {
  /** null: only a part of the day was said */
  hour: number | null
  minute: number
  half?: 'am' | 'pm'
  sure: boolean
  said: string
  /** `behind`: '7 in the evening', which may or may not speak of the times before it too */
  part: { part: Part; said: string; behind: boolean } | null
}

/** Minutes after midnight, in the order said. */
export function spokenTimes(times: readonly SpokenTime[]): Read<number[]> {
  const minutes: number[] = []
  const hasHalf = times.some(({ half, part }) => half !== undefined || part?.behind === true)
  for (const time of times) {
    const said = time.part === null ? time.said : `${time.part.said} ${time.said}`
    if (time.hour !== null && (time.hour > 23 || Number.isNaN(time.hour)))
      return refused('time-unreadable', { value: said })
    const isBare = !time.sure && time.part === null && time.half === undefined
    const hour = isBare && hasHalf && time.hour! <= 12 ? null : hourOf(time)
    if (hour === null) return refused('time-unclear', { value: said, instead: exampleOf(time) })
    minutes.push(hour * 60 + time.minute)
  }
  return understood(minutes)
}

/** null where two hours may be meant, or none. */
function hourOf({ hour, half, part }: SpokenTime): number | null {
  if (hour === null) return part?.part === 'morning' ? MORNING : part?.part === 'noon' ? 12 : null
  if (half !== undefined) {
    const named = half === 'am' ? hour % 12 : (hour % 12) + 12
    const fits = part === null || (half === 'am') === MORNINGS.has(part.part) || part.part === 'noon'
    return fits ? named : null
  }
  if (part === null) return hour
  const [from, to] = SPANS[part.part]
  if (hour >= from && hour <= to) return hour
  const later = hour + 12
  if (hour < 12 && later >= from && later <= to) return later
  return part.part === 'small hours' && hour === 12 ? 0 : null
}

/** In which hours a part of the day lies. The evening has no 12: that would be the next day. */
const SPANS: Readonly<Record<Part, readonly [number, number]>> = {
  'small hours': [0, 6],
  morning: [4, 11],
  noon: [11, 14],
  afternoon: [12, 18],
  evening: [16, 23],
}
const MORNINGS: ReadonlySet<Part> = new Set(['small hours', 'morning'])
const MORNING = 9

/** The nearer of the two readings, written so that it can only be read one way. */
function exampleOf({ hour, minute, part }: SpokenTime): string {
  const named =
    hour === null
      ? part?.part === 'afternoon'
        ? 15
        : part?.part === 'evening'
          ? 19
          : MORNING
      : hour === 12
        ? 0
        : hour % 24
  return `${String(named).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
