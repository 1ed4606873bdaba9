/** Which of two figures is the higher one, where words like "over" leave room: no winner unless it is one for certain. */
import { describe, expect, it } from 'vitest'
import { isCertainlyHigher } from '../../src/answer/choose.ts'
import type { Bound, Quantity } from '../../src/facts/quantity.ts'

const yuan = (bound: Bound, value: number): Quantity => ({ value, unit: 'yuan', bound, asStated: '' })

describe('the higher of two figures', () => {
  it.each<[string, Quantity, Quantity]>([
    [
      'an exact figure beside one that is written to three digits',
      yuan('exact', 9.2e12),
      yuan('over', 8.25e12),
    ],
    ['two exact ones, however near', yuan('exact', 100.01), yuan('exact', 100)],
    ['"over" itself beside a lower one', yuan('over', 5e12), yuan('exact', 4.99e12)],
    ['one far above a round "over"', yuan('exact', 8e12), yuan('over', 5e12)],
    ['"about" well above another', yuan('about', 200), yuan('about', 170)],
    ['"over" with two digits', yuan('exact', 6.3e12), yuan('over', 5.2e12)],
  ])('is certain: %s', (_, higher, lower) => {
    expect(isCertainlyHigher(higher, lower)).toBe(true)
    expect(isCertainlyHigher(lower, higher)).toBe(false)
  })

  it.each<[string, Quantity, Quantity]>([
    ['a round "over" may be more', yuan('exact', 7e12), yuan('over', 5e12)],
    ['just above three digits', yuan('exact', 8.3e12), yuan('over', 8.25e12)],
    ['"about" may be less', yuan('about', 104), yuan('exact', 100)],
    ['"up to" may be anything below', yuan('up-to', 500), yuan('exact', 100)],
    ['"nearly" is less than it says', yuan('nearly', 100), yuan('exact', 96)],
    ['equal figures', yuan('exact', 100), yuan('exact', 100)],
    ['nothing', yuan('exact', 0), yuan('over', 0)],
  ])('is open: %s', (_, one, other) => {
    expect(isCertainlyHigher(one, other)).toBe(false)
    expect(isCertainlyHigher(other, one)).toBe(false)
  })
})
