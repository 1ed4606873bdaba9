/** F46: what opens doors is in no line of the log, whatever puts it there. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { scrubber } from '../../src/base/log.ts'

const LOG = fileURLToPath(new URL('../../src/base/log.ts', import.meta.url))

describe('F46 a line of the log', () => {
  it('holds no secret by value: as it is, within JSON, within an address', () => {
    const secret = 'p"a/ss wörd'
    const scrub = scrubber([secret, 'p"a/ss wörd and more', ''])
    for (const form of [secret, JSON.stringify({ a: secret }), `x=${encodeURIComponent(secret)}&y`]) {
      expect(scrub(form)).toContain('[blanked]')
      expect(scrub(form)).not.toMatch(/a.{1,6}ss/)
    }
    expect(scrub(`${secret} and more`)).toBe('[blanked]')
  })

  it('holds nothing that looks like one, though nobody named it', () => {
    const scrub = scrubber([])
    const discord = [
      'MTIzNDU2Nzg5MDEyMzQ1Njc4OTA',
      'GabcDe',
      'abcdefghijklmnopqrstuvwxyz-_0123456789AB',
    ].join('.')
    for (const secret of [
      'xoxb-123456789012-abcdefABCDEF',
      'xoxp-1-2-3-abcdef',
      'xoxe.xoxp-1-abcdefgh',
      'xapp-1-A012-3-abcdef0123',
      discord,
      'hooks.slack.com/actions/T0123/456/abcDEF',
      '/webhooks/123456789012345678/aW50ZXJhY3Rpb246MTIzNDU2Nzg5',
      'bot:hidden@',
    ]) {
      const line = scrub(`{"a":"before ${secret.endsWith('@') ? 'postgres://' : ''}${secret} behind"}`)
      expect(line, secret).toContain('[blanked]')
      expect(line).toMatch(/before .*behind/)
      expect(line).not.toContain(secret.slice(-8))
    }
  })

  it('keeps what opens nothing', () => {
    const scrub = scrubber(['abc'])
    for (const line of [
      '{"level":30,"time":1700000000000,"code":"ECONNREFUSED","msg":"abc is short"}',
      'at Object.read (file:///srv/gazetteer/src/store/sqlite.ts:102:14)',
      'https://api.slack.com/apps and xoxb- alone',
      '1.2.3 and 1234567890123456789.5',
    ])
      expect(scrub(line)).toBe(line)
  })

  it('is one line, whatever stands in it', () => {
    const program = `
      import { createLog } from ${JSON.stringify(LOG)}
      createLog('debug').warn({ code: 'a\\n{"level":50,"msg":"forged"}\\u2028\\r\\u001b[2J' }, 'b\\nforged')`
    const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    })
    expect(stderr.trimEnd().split(/[\n\r]/)).toHaveLength(1)
    expect(stderr).not.toContain('\u001b')
    expect(JSON.parse(stderr)).toMatchObject({ msg: 'b\nforged' })
  })

  it('is scrubbed where it is written', () => {
    const program = `
      import { createLog } from ${JSON.stringify(LOG)}
      const log = createLog('debug', ['the-very-secret'])
      log.warn({ deep: { deeper: ['the-very-secret', 'xoxb-1-abcdefgh'] }, token: 'x' }, 'with the-very-secret in it')`
    const { stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
    expect(JSON.parse(stderr)).toMatchObject({
      deep: { deeper: ['[blanked]', '[blanked]'] },
      token: '[blanked]',
      msg: 'with [blanked] in it',
    })
  })
})
