import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { SetupError } from '../../src/base/errors.ts'
import { loadConfig, readConfig } from '../../src/config.ts'

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

  it('connect Slack by Socket Mode where there is an app token, else by HTTP', () => {
    const SLACK_BOT_TOKEN = 'xoxb-1'
    expect(readConfig({}).slack).toBeNull()
    expect(readConfig({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN: 'xapp-1' }).slack).toEqual({
      botToken: 'xoxb-1',
      transport: { kind: 'socket', appToken: 'xapp-1' },
      unclear: 'hold',
    })
    expect(readConfig({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: 's', PORT: '80' }).slack?.transport).toEqual({
      kind: 'http',
      signingSecret: 's',
      host: '127.0.0.1',
      port: 80,
    })
    expect(mistakes({ SLACK_BOT_TOKEN })).toEqual(['SLACK_APP_TOKEN'])
    expect(mistakes({ SLACK_APP_TOKEN: 'xapp-1' })).toEqual(['SLACK_BOT_TOKEN'])
  })

  it('name a token in the wrong place without showing it', () => {
    const swapped = () => readConfig({ SLACK_BOT_TOKEN: 'xapp-hidden', SLACK_APP_TOKEN: 'xoxb-hidden' })
    expect(swapped).toThrow(
      /SLACK_BOT_TOKEN: does not begin with xoxb-[\s\S]*SLACK_APP_TOKEN: does not begin/,
    )
    expect(swapped).not.toThrow(/hidden/)
    expect(() => readConfig({ DATABASE_URL: 'mysql://u:hidden@h/d' })).toThrow(
      /DATABASE_URL: is no such address/,
    )
    expect(() => readConfig({ DATABASE_URL: 'mysql://u:hidden@h/d' })).not.toThrow(/hidden/)
  })

  it('name a token of another platform, and a token where the signing secret belongs', () => {
    expect(mistakes({ DISCORD_TOKEN: 'xoxb-hidden' })).toEqual(['DISCORD_TOKEN'])
    expect(mistakes({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'xapp-hidden' })).toEqual([
      'SLACK_SIGNING_SECRET',
    ])
  })

  it('send tokens over an unencrypted address to this machine only', () => {
    for (const url of [
      'http://127.0.0.1:1/api',
      'http://localhost:1',
      'http://[::1]:1/',
      'https://a.example/',
    ])
      expect(mistakes({ SLACK_API_URL: url, DISCORD_API_URL: url }), url).toEqual([])
    for (const url of [
      'http://a.example/',
      'http://127.0.0.1.a.example/',
      'http://localhost@a.example/',
      'ws://127.0.0.1',
    ])
      expect(mistakes({ SLACK_API_URL: url, DISCORD_API_URL: url }), url).toEqual([
        'SLACK_API_URL',
        'DISCORD_API_URL',
      ])
  })

  it('F46 know what must not be seen', () => {
    const { secrets } = readConfig({
      ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DISCORD_TOKEN: 'd' },
      DATABASE_URL: 'postgres://u:p%40ss@h/d',
    })
    const all = ['xoxb-1', 'xapp-1', 'd', 'postgres://u:p%40ss@h/d', 'p%40ss', 'p@ss']
    expect(secrets.toSorted()).toEqual(all.toSorted())
    expect(readConfig({ DATABASE_URL: 'postgres://u:100%@h/d' }).secrets).toContain('100%')
  })

  it('warn where others may read the secrets of our own file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gazetteer-'))
    vi.spyOn(process, 'cwd').mockReturnValue(folder)
    const file = join(folder, '.env')
    const warnings = () => loadConfig({}).warnings.map(({ what }) => what)
    writeFileSync(file, 'DISCORD_TOKEN=abc\n')
    chmodSync(file, 0o644)
    expect(warnings()).toEqual([expect.stringContaining('others on this machine may read it')])
    chmodSync(file, 0o600)
    expect(warnings()).toEqual([])
    writeFileSync(file, 'GAZETTEER_LOCALE=en\n')
    chmodSync(file, 0o644)
    expect(warnings()).toEqual([])
  })

  it('read a secret from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'gazetteer-')), 'token')
    writeFileSync(file, 'abc\n')
    expect(readConfig({ DISCORD_TOKEN_FILE: file }).discord).toEqual({ token: 'abc', shards: 'auto' })
    expect(mistakes({ DISCORD_TOKEN_FILE: '/nowhere' })).toEqual(['DISCORD_TOKEN_FILE'])
  })

  it('of other programs are left alone in the environment, but not in our own file', () => {
    expect(readConfig({ SLACK_WEBHOOK: 'x' }).slack).toBeNull()
    expect(() => readConfig({}, { SLACK_BOT_TOKE: 'x' })).toThrow(/SLACK_BOT_TOKE: there is no such setting/)
  })

  it('take ids with commas and a store', () => {
    expect(readConfig({ GAZETTEER_TENANTS: 'T1, T2' }).access.tenants).toEqual(['T1', 'T2'])
    expect(readConfig({ DATABASE_URL: 'postgres://u@h/d' }).store).toEqual({
      kind: 'postgres',
      url: 'postgres://u@h/d',
    })
    expect(mistakes({ DISCORD_SHARDS: '0', DISCORD_TOKEN: 'x', PORT: '99999' })).toEqual([
      'PORT',
      'DISCORD_SHARDS',
    ])
  })
})
