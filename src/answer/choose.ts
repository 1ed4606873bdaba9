/**
 * Which of several facts about the same thing is told: results before plans, whole years before parts of them, the
 * newest, and of two figures that agree the exact one. Also which ones contradict it and must be shown beside it.
 */
import type { Fact } from '../facts/fact.ts'
import type { Quantity } from '../facts/quantity.ts'
import { isPartYear, sameWithin } from './series.ts'

type Order = (a: Fact, b: Fact) => number

/** Facts of one thing in the order in which they are worth telling. */
export function inTellingOrder(facts: readonly Fact[], newestFirst: Order): Fact[] {
  const sorted = [...facts].sort(
    (a, b) =>
      Number(a.status !== 'actual') - Number(b.status !== 'actual') ||
      Number(isPartYear(a)) - Number(isPartYear(b)) ||
      newestFirst(a, b),
  )
  const exact = exactOf(sorted)
  return exact === sorted[0] ? sorted : [exact, ...sorted.filter((fact) => fact !== exact)]
}

/** The first, or the exact figure of the same period that it rounds. */
export function exactOf(sorted: readonly Fact[]): Fact {
  const [first] = sorted
  if (first!.quantity?.bound === 'exact') return first!
  return (
    sorted.find(
      (fact) => fact.quantity?.bound === 'exact' && isSameTime(fact, first!) && sameWithin(fact, first!),
    ) ?? first!
  )
}

/** Facts of the same time that say another figure than `told`; a rounded one beside the exact one does not. */
export function contradicting(told: Fact, facts: readonly Fact[]): Fact[] {
  return facts.filter((fact) => fact !== told && isSameTime(fact, told) && !agree(fact, told))
}

/** Equal figures, or a rounded one beside the exact one. Two exact figures that differ at all disagree. */
function agree(a: Fact, b: Fact): boolean {
  if (a.quantity?.value === b.quantity?.value) return true
  const rounded = a.quantity?.bound !== 'exact' || b.quantity?.bound !== 'exact'
  return rounded && sameWithin(a, b)
}

export const isSameTime = (a: Fact, b: Fact): boolean =>
  a.period !== null &&
  b.period !== null &&
  a.period.from === b.period.from &&
  a.period.to === b.period.to &&
  a.status === b.status

/** Whether the first figure is the higher one whatever its "over" or "nearly" hides. */
export const isCertainlyHigher = (a: Quantity, b: Quantity): boolean => least(a) > most(b)

function least({ bound, value }: Quantity): number {
  if (bound === 'up-to') return Number.NEGATIVE_INFINITY
  return bound === 'exact' || bound === 'over' ? value : value - Math.abs(value) * ROUGH
}

function most({ bound, value }: Quantity): number {
  // "over 5 trillion" may be 6; a source that meant ten would not have written it so
  if (bound === 'over') return value + Math.min(Math.abs(value) * FAR_OVER, STEPS_OVER * lastDigit(value))
  return bound === 'about' ? value + Math.abs(value) * ROUGH : value
}

/** What the last digit that is written counts: of 8.25 trillion 10 billion, of 5 trillion a trillion. */
function lastDigit(value: number): number {
  const [digits, exponent] = Math.abs(value).toExponential().split('e')
  return 10 ** (Number(exponent) - Math.max(0, digits!.length - 2))
}

/** "About" and "nearly" are within a twentieth of what they round. */
const ROUGH = 0.05
/** "Over" is generously within its half, */
const FAR_OVER = 0.5
/** and within ten of its last digit: who writes "over 8.25" does not mean 8.4. */
const STEPS_OVER = 10
