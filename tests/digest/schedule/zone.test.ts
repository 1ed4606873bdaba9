import { describe, expect, test } from 'vitest'
import { readZone, ZONE_WORDS } from '../../../src/digest/schedule/zone.ts'

/** As this Intl spells it. */
const canonical = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
const zoneOf = (text: string) => {
  const zone = readZone(text)
  return zone.ok ? zone.value : zone.mistake
}

describe('F31 zones are made canonical or refused with a hint', () => {
  test.each([
    ...[
      'Asia/Shanghai',
      'asia/shanghai',
      'ASIA/SHANGHAI',
      'PRC',
      'Asia/Beijing',
      'Beijing',
      'beijing time',
      '北京',
      '北京时间',
      '上海时间',
      '中国标准时间',
      'Asia/Chongqing',
      'China',
      '  Shanghai ',
      '(Shanghai)',
      'in Shenzhen',
      'Ｂｅｉｊｉｎｇ',
    ].map((text) => [text, 'Asia/Shanghai']),
    ...['New York', 'new york time', '纽约', '纽约时间', '美东时间', 'US/Eastern', 'america/new york'].map(
      (text) => [text, 'America/New_York'],
    ),
    ['London', 'Europe/London'],
    ['伦敦', 'Europe/London'],
    ['GB', 'Europe/London'],
    ['Tokyo', 'Asia/Tokyo'],
    ['东京时间', 'Asia/Tokyo'],
    ['Berlin', 'Europe/Berlin'],
    ['柏林', 'Europe/Berlin'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['香港', 'Asia/Hong_Kong'],
    ['UTC', 'UTC'],
    ['GMT', 'UTC'],
  ])('%s is %s', (text, zone) => {
    expect(zoneOf(text!)).toBe(canonical(zone!))
  })

  test.each(Intl.supportedValuesOf('timeZone'))('%s is its own name', (zone) => {
    expect(zoneOf(zone)).toBe(zone)
    expect(zoneOf(zone.toLowerCase())).toBe(zone)
  })

  test.each([
    ['', 'zone-missing', { example: 'Asia/Shanghai' }],
    ['   ', 'zone-missing', {}],
    ['UTC+8', 'zone-offset', { near: 'Asia/Shanghai' }],
    ['utc + 8', 'zone-offset', { near: 'Asia/Shanghai' }],
    ['GMT+08:00', 'zone-offset', { near: 'Asia/Shanghai' }],
    ['+0900', 'zone-offset', { near: 'Asia/Tokyo' }],
    ['-05:00', 'zone-offset', { near: 'America/New_York' }],
    // below Etc/ the sign is turned round
    ['Etc/GMT-8', 'zone-offset', { near: 'Asia/Shanghai' }],
    ['Etc/GMT+5', 'zone-offset', { near: 'America/New_York' }],
    ['东八区', 'zone-offset', { near: 'Asia/Shanghai' }],
    ['EST', 'zone-abbreviation', { near: 'America/New_York' }],
    ['PST', 'zone-abbreviation', { near: 'America/Los_Angeles' }],
    ['CET', 'zone-abbreviation', { near: 'Europe/Berlin' }],
    ['EST5EDT', 'zone-abbreviation', { near: 'America/New_York' }],
    ['CST', 'zone-ambiguous', { choices: ['Asia/Shanghai', 'America/Chicago', 'America/Havana'] }],
    ['乌鲁木齐', 'zone-ambiguous', { choices: ['Asia/Shanghai', 'Asia/Urumqi'] }],
    ['USA', 'zone-ambiguous', {}],
    ['Asia/Bejing', 'zone-unknown', { near: 'Asia/Shanghai' }],
    ['Shangai', 'zone-unknown', { near: 'Asia/Shanghai' }],
    ['Europe/Berlim', 'zone-unknown', { near: 'Europe/Berlin' }],
    ['Atlantis', 'zone-unknown', {}],
    ['Mars/Olympus', 'zone-unknown', {}],
    ['<script>', 'zone-unknown', {}],
    ['constructor', 'zone-unknown', {}],
    ['__proto__', 'zone-unknown', {}],
    ['toString', 'zone-unknown', {}],
    ['SystemV/EST5', 'zone-unknown', {}],
    ['x'.repeat(10_000), 'zone-unknown', {}],
  ])('%s: %s', (text, code, params) => {
    expect(zoneOf(text)).toMatchObject({ code, params })
  })

  test('what a refusal quotes is short, and what it offers is accepted', () => {
    for (const text of [...ZONE_WORDS, 'UTC+8', 'UTC-3', 'UTC+5:30', 'Shangai', 'x'.repeat(10_000), '']) {
      const zone = readZone(text)
      if (zone.ok) continue
      const { value = '', near, example, choices = [] } = zone.mistake.params
      expect(String(value).length).toBeLessThan(50)
      for (const offered of [near, example, choices].flat()) {
        if (offered !== undefined) expect(readZone(String(offered)).ok).toBe(true)
      }
    }
  })
})
