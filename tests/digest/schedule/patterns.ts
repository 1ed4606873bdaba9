/** Patterns of five fields as people might write them, most of them acceptable. */
import fc from 'fast-check'

const numbers = (min: number, max: number, most: number) =>
  fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: most }).map((list) => list.join(','))

const span = (min: number, max: number) =>
  fc
    .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
    .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`)

const minutes = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 59 }).map(String) },
  fc.constantFrom('0,30', '*/15', '*/20', '*/30', '15,45', '5,35', '0'),
)
const hours = fc.oneof(
  fc.integer({ min: 0, max: 23 }).map(String),
  numbers(0, 23, 4),
  span(0, 23),
  fc.constantFrom('*', '*/2', '*/3', '*/6', '9-17/2', '8-18/2', '1-23/2'),
)
const days = fc.oneof(
  { weight: 3, arbitrary: fc.constant('*') },
  numbers(1, 31, 4),
  span(1, 31),
  fc.constantFrom('L', '1,L', '*/2'),
)
const months = fc.oneof(
  { weight: 3, arbitrary: fc.constant('*') },
  numbers(1, 12, 4),
  span(1, 12),
  fc.constant('*/3'),
)
const weekdays = fc.oneof(
  { weight: 2, arbitrary: fc.constant('*') },
  numbers(0, 7, 4),
  span(0, 7),
  fc.constantFrom('1#1', '5#2', '1#1,1#3', '5#L', 'MON-FRI', '2,4#1'),
)

export const patterns: fc.Arbitrary<string> = fc
  .tuple(minutes, hours, days, months, weekdays)
  .map((fields) => fields.join(' '))
