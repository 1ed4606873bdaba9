/** What and when in one free text. */
import { describe, expect, test } from 'vitest'
import { readRequest } from '../../../src/digest/request.ts'

describe('the schedule inside a text', () => {
  test.each([
    [
      'new energy in Shandong, weekdays 9:00 Shanghai',
      'new energy in Shandong',
      '0 9 * * 1-5',
      'Asia/Shanghai',
    ],
    ['Jining weekdays 9:00', 'Jining', '0 9 * * 1-5', null],
    [
      'every Monday 08:30: GDP growth of cities in Shandong',
      'GDP growth of cities in Shandong',
      '30 8 * * 1',
      null,
    ],
    ['batteries monthly on the 1st', 'batteries', '0 9 1 * *', null],
    ['GDP 0 9 * * 1-5', 'GDP', '0 9 * * 1-5', null],
    ['GDP 0 9 * * 1-5 Europe/Berlin', 'GDP', '0 9 * * 1-5', 'Europe/Berlin'],
    ['山东新能源 每周一早上九点', '山东新能源', '0 9 * * 1', null],
    ['山东新能源每周一早上九点', '山东新能源', '0 9 * * 1', null],
    ['每周一早上九点 山东新能源', '山东新能源', '0 9 * * 1', null],
    ['东营 每天9点 纽约时间', '东营', '0 9 * * *', 'America/New_York'],
    ['weekdays 9:00', '', '0 9 * * 1-5', null],
  ])('%s', (text, what, cron, zone) => {
    expect(readRequest(text)).toEqual({ what, schedule: { cron, zone }, mistake: null })
  })

  test.each([
    ['Dongying, weekdays 9:00', 'Dongying', null],
    ['上海 每天9点', '上海', null],
    ['weekdays 9:00 Shanghai', '', 'Asia/Shanghai'],
  ])('where something to watch is needed: %s', (text, what, zone) => {
    expect(readRequest(text, { needsWhat: true })).toMatchObject({ what, schedule: { zone } })
    expect(readRequest(text)).toMatchObject({ what: '', schedule: { zone: 'Asia/Shanghai' } })
  })

  test('a place beside it is what it is about, not a zone, unless a comma says so', () => {
    expect(readRequest('GDP Beijing weekdays 9:00')).toMatchObject({
      what: 'GDP Beijing',
      schedule: { zone: null },
    })
    expect(readRequest('GDP, Beijing weekdays 9:00')).toMatchObject({
      what: 'GDP',
      schedule: { zone: 'Asia/Shanghai' },
    })
    expect(readRequest('weekdays 9:00 Shanghai GDP')).toMatchObject({
      what: 'Shanghai GDP',
      schedule: { zone: null },
    })
  })

  test('a year is no time of day', () => {
    expect(readRequest('investment in 2024 monthly on the 1st')).toMatchObject({
      ...{ what: 'investment in 2024', schedule: { cron: '0 9 1 * *' } },
    })
    expect(readRequest('top 5 GDP 2023 daily at 7pm')).toMatchObject({ what: 'top 5 GDP 2023' })
  })

  test.each([
    ['batteries every 5 hours', 'rhythm-impossible'],
    ['batteries every minute', 'too-often'],
    ['Dongying tomorrow', 'not-recurring'],
    ['GDP 9:00 and 17:30 daily', 'times-differ'],
    ['Dongying weekdays 9:00 EST', 'zone-abbreviation'],
    ['Dongying weekdays 9:00 CST', 'zone-ambiguous'],
  ])('%s is refused as a whole', (text, code) => {
    expect(readRequest(text)).toMatchObject({ schedule: null, mistake: { code } })
  })

  test('no schedule at all is no mistake: it is asked for', () => {
    for (const text of ['batteries', '山东新能源', 'top 5 GDP', ''])
      expect(readRequest(text)).toEqual({ what: text, schedule: null, mistake: null })
  })

  test('F40 a hostile text is done with soon', () => {
    for (const part of ['monday ', '9:00 ', '每周一', 'a ', ', ', '1 ', 'UTC+8 ']) {
      const begun = process.hrtime.bigint()
      readRequest(part.repeat(10_000))
      expect(Number(process.hrtime.bigint() - begun) / 1e6, part).toBeLessThan(500)
    }
  })
})
