import { describe, expect, it } from 'vitest'
import type { SetupError } from '../../src/base/errors.ts'
import { readConfig } from '../../src/config.ts'

const mistakes = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return (error as SetupError).mistakes.map(({ where }) => where)
  }
}

describe('the settings', () => {
  it('need none to be given', () => {
    expect(readConfig({})).toMatchObject({ logLevel: 'warn', locale: 'en', history: null, colour: true })
    expect(readConfig({ GAZETTEER_DATA: '', GAZETTEER_LOCALE: ' ' }).data).toBe(readConfig({}).data)
  })

  it('follow the system where they are not given', () => {
    expect(readConfig({ LANG: 'zh_CN.UTF-8' }).locale).toBe('zh')
    expect(readConfig({ LANG: 'zh_CN.UTF-8', GAZETTEER_LOCALE: 'en' }).locale).toBe('en')
    expect(readConfig({ NO_COLOR: '1' }).colour).toBe(false)
    expect(readConfig({ TERM: 'dumb' }).colour).toBe(false)
  })

  it('tell every mistake at once, typing errors too', () => {
    expect(
      mistakes({
        GAZETTEER_LOG_LEVEL: 'loud',
        GAZETTEER_LOCALE: 'fr',
        GAZETTEER_DTAA: 'x',
        GAZETTEER_DATA: '/nowhere',
      }),
    ).toEqual(['GAZETTEER_DTAA', 'GAZETTEER_LOG_LEVEL', 'GAZETTEER_LOCALE', 'GAZETTEER_DATA'])
    expect(mistakes({ GAZETTEER_DATA: '/nowhere' })).toEqual(['GAZETTEER_DATA'])
  })
})
