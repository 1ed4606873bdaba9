/** What is said can be read again. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCron } from '../../../src/digest/schedule/cron.ts'
import { readSchedule } from '../../../src/digest/schedule/words/read.ts'
import { saySchedule } from '../../../src/digest/schedule/words/say.ts'
import { patterns } from './patterns.ts'

describe('a schedule in words', () => {
  test.each([
    ['0 9 * * 1-5', 'every weekday at 09:00', '每个工作日 09:00'],
    ['0 9 * * *', 'every day at 09:00', '每天 09:00'],
    ['0 9,17 * * *', 'every day at 09:00 and 17:00', '每天 09:00、17:00'],
    ['30 8 * * 1,4', 'every Monday and Thursday at 08:30', '每周一、周四 08:30'],
    ['0 9 * * 0,6', 'every Sunday and Saturday at 09:00', '每周日、周六 09:00'],
    ['0 10 1,15 * *', 'on the 1st and 15th of the month at 10:00', '每月1日、15日 10:00'],
    ['0 18 L * *', 'on the last day of the month at 18:00', '每月最后一天 18:00'],
    [
      '0 9 2,3,11-13,22 * *',
      'on the 2nd, 3rd, 11th, 12th, 13th and 22nd of the month at 09:00',
      '每月2日、3日、11日、12日、13日、22日 09:00',
    ],
    ['0 9 * * 1#1', 'on the first Monday of the month at 09:00', '每月第一个周一 09:00'],
    ['0 9 * * 5#L', 'on the last Friday of the month at 09:00', '每月最后一个周五 09:00'],
    [
      '0 9 1 1,4,7,10 *',
      'on the 1st in January, April, July and October at 09:00',
      '1月、4月、7月、10月的1日 09:00',
    ],
    ['0 9 1 * 1', 'on the 1st of the month and every Monday at 09:00', '每月1日和每周一 09:00'],
    ['0 9 * 6 *', 'every day in June at 09:00', '6月的每天 09:00'],
    ['0 * * * *', 'every hour', '每小时'],
    ['30 * * * *', 'every hour at minute 30', '每小时第30分'],
    ['*/15 * * * *', 'every 15 minutes', '每15分钟'],
    ['0 */2 * * *', 'every 2 hours', '每2小时'],
    [
      '0,30 9-17 * * 1-5',
      'every 30 minutes from 09:00 to 17:30, every weekday',
      '每30分钟从 09:00 到 17:30，每个工作日',
    ],
    // words would only blur these
    ['5,40 * * * *', '5,40 * * * *', '5,40 * * * *'],
    ['0 9 * * 1#1,2#2', '0 9 * * 1#1,2#2', '0 9 * * 1#1,2#2'],
  ])('%s', (cron, en, zh) => {
    expect(saySchedule(cron, null, 'en')).toBe(en)
    expect(saySchedule(cron, null, 'zh')).toBe(zh)
  })

  test('with its zone', () => {
    expect(saySchedule('0 9 * * 1-5', 'Asia/Shanghai', 'en')).toBe('every weekday at 09:00, Asia/Shanghai')
    expect(saySchedule('0 9 * * 1-5', 'Asia/Shanghai', 'zh')).toBe('每个工作日 09:00（Asia/Shanghai）')
    expect(saySchedule('5,40 * * * *', 'UTC', 'en')).toBe('5,40 * * * * UTC')
  })

  test('round trip: every accepted pattern, in every zone, in both languages', () => {
    const zones = fc.constantFrom(null, 'UTC', ...Intl.supportedValuesOf('timeZone'))
    let inWords = 0
    fc.assert(
      fc.property(patterns, zones, fc.constantFrom('en' as const, 'zh' as const), (text, zone, locale) => {
        const cron = readCron(text)
        if (!cron.ok) return
        const said = saySchedule(cron.value.text, zone, locale)
        if (!said.startsWith(cron.value.text)) inWords++
        expect([said, readSchedule(said)]).toEqual([
          said,
          { ok: true, value: { cron: cron.value.text, zone } },
        ])
      }),
      { seed: 7, numRuns: 3_000 },
    )
    expect(inWords).toBeGreaterThan(1_000)
  })
})
