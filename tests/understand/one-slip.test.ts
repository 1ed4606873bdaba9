/** No word that is one slip away is missed, and of those that are far away only few are offered. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OneSlip } from '../../src/understand/one-slip.ts'
import { editDistance } from '../../src/understand/spelling.ts'

const letters = fc.constantFrom('a', 'b', 'c', 'd')
const word = fc.string({ unit: letters, minLength: 1, maxLength: 8 })

describe('words one slip away', () => {
  it('are all found, whatever the slip', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, typed) => {
        const near = new OneSlip(words).near(typed)
        const meant = words.flatMap((one, index) => (editDistance(one, typed, 1) <= 1 ? [index] : []))
        expect(near).toEqual([...new Set(near)].sort((a, b) => a - b))
        for (const index of meant) expect(near).toContain(index)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['offshre', 'a letter left out'],
    ['offfshore', 'a letter too many'],
    ['offshare', 'another letter'],
    ['offhsore', 'two letters swapped'],
    ['offshore', 'no slip'],
  ])('%s: %s', (typed) => {
    expect(new OneSlip(['onshore', 'offshore', 'wind']).near(typed)).toContain(1)
  })

  it('are few of many', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `w${(i * 7919).toString(36)}`)
    expect(new OneSlip(many).near('offshore').length).toBeLessThan(50)
  })
})
