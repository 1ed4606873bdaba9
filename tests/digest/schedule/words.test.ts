/** One pattern, many wordings (words.yaml); near misses that are refused (words-refused.yaml). */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readSchedule } from '../../../src/digest/schedule/words/read.ts'
import { readZone } from '../../../src/digest/schedule/zone.ts'

const load = (name: string) => parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const CORPUS = Object.entries(load('words.yaml') as Record<string, string[]>).flatMap(([cron, wordings]) =>
  wordings.map((wording) => [wording, cron] as const),
)
const REFUSED = load('words-refused.yaml') as [string, string, string?][]

const read = (text: string) => {
  const schedule = readSchedule(text)
  return schedule.ok ? schedule.value : schedule.mistake
}

describe('wordings that mean a pattern', () => {
  test.each(CORPUS)('%s', (wording, cron) => {
    expect(read(wording)).toEqual({ cron, zone: null })
  })

  test('each also with a zone behind it, and in capitals', () => {
    for (const [wording, cron] of CORPUS) {
      expect([wording, read(`${wording}, Asia/Shanghai`)]).toEqual([wording, { cron, zone: 'Asia/Shanghai' }])
      expect([wording, read(`${wording} 纽约时间`)]).toEqual([wording, { cron, zone: 'America/New_York' }])
      expect([wording, read(wording.toUpperCase())]).toEqual([wording, { cron, zone: null }])
    }
  })
})

describe('a zone in the words', () => {
  test.each([
    ['weekdays 9:00 Shanghai', '0 9 * * 1-5', 'Asia/Shanghai'],
    ['weekdays 9:00 Beijing time', '0 9 * * 1-5', 'Asia/Shanghai'],
    ['weekdays 9:00 (Asia/Shanghai)', '0 9 * * 1-5', 'Asia/Shanghai'],
    ['weekdays 9am in London', '0 9 * * 1-5', 'Europe/London'],
    ['weekdays at 9am New York time', '0 9 * * 1-5', 'America/New_York'],
    ['weekdays 9:00 zone: Europe/Berlin', '0 9 * * 1-5', 'Europe/Berlin'],
    ['daily 9:00 UTC', '0 9 * * *', 'UTC'],
    ['daily 9:00 America/Argentina/Ushuaia', '0 9 * * *', 'America/Argentina/Ushuaia'],
    ['每天9点 纽约时间', '0 9 * * *', 'America/New_York'],
    ['北京时间每天9点', '0 9 * * *', 'Asia/Shanghai'],
    ['东京时间工作日早上8点半', '30 8 * * 1-5', 'Asia/Tokyo'],
    ['每天9点（Asia/Shanghai）', '0 9 * * *', 'Asia/Shanghai'],
    ['0 9 * * 1-5 Asia/Shanghai', '0 9 * * 1-5', 'Asia/Shanghai'],
    ['0 9 * * 1-5, 北京时间', '0 9 * * 1-5', 'Asia/Shanghai'],
    ['30 8 1 1 1', '30 8 1 1 1', null],
  ])('%s', (text, cron, zone) => {
    expect(read(text)).toEqual({ cron, zone })
  })
})

describe('F31 what is refused, and with which hint', () => {
  test.each(REFUSED)('%s', (text, code, offered) => {
    const found = read(text)
    expect(found).toMatchObject({ code })
    if (!('code' in found) || offered === undefined) return
    const { example, instead, near } = found.params
    expect([example, instead, near]).toContain(offered)
  })

  test('what is offered as a whole is accepted, in the place of the wrong piece as well', () => {
    for (const [text] of REFUSED) {
      const found = read(text)
      if (!('code' in found)) continue
      const { example, near, word, value } = found.params
      if (example !== undefined) expect([example, readSchedule(String(example)).ok]).toEqual([example, true])
      if (near === undefined) continue
      if (word === undefined) expect([value, readZone(String(near)).ok]).toEqual([value, true])
      else expect(read(text.toLowerCase().replace(String(word), String(near)))).toHaveProperty('cron')
    }
  })

  test('10 kB are refused at once', () => {
    for (const piece of ['9', '* ', 'every ', '每', '周一、', 'x', '1,', 'monday and ', '第']) {
      const long = piece.repeat(10_000 / piece.length)
      expect(read(long)).toMatchObject({ code: 'words-too-long' })
      // what just passes the limit is quick too
      expect(typeof readSchedule(long.slice(0, 400)).ok).toBe('boolean')
    }
  })
})

describe('properties', () => {
  const words = fc.constantFrom(
    ...CORPUS.flatMap(([wording]) => wording.split(' ')),
    ...REFUSED.flatMap(([wording]) => wording.split(' ')),
  )

  test('whatever is made of these words is read or refused, and what is read reads as itself', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (list) => {
        const schedule = readSchedule(list.join(' '))
        if (schedule.ok) expect(read(schedule.value.cron)).toEqual({ cron: schedule.value.cron, zone: null })
        else expect(schedule.mistake.code).not.toBe('')
      }),
      { seed: 8, numRuns: 3_000 },
    )
  })

  test('a word that means nothing is never skipped', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CORPUS),
        fc.constantFrom('perhaps', 'sans', 'bananas', '如果', '玉米'),
        fc.boolean(),
        ([wording], word, before) => {
          const text = before ? `${word} ${wording}` : `${wording} ${word}`
          expect(read(text)).toMatchObject({ code: 'word-unknown' })
        },
      ),
      { seed: 9, numRuns: 500 },
    )
  })
})
