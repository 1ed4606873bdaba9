/** The command set: what is published, in which words, and how often. */
import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { formOf } from '../../../src/adapters/discord/form.ts'
import { commandSet } from '../../../src/adapters/discord/publish.ts'
import { checkBody } from '../../fakes/discord/bodies.ts'
import { checkCommandSet } from '../../fakes/discord/command-rules.ts'
import { besideStage, COMMANDS, onStage } from './stage.ts'

const published = (discord: Awaited<ReturnType<typeof onStage>>['discord']) => discord.ledger.of('commands')

describe('the set', () => {
  const set = commandSet(commands, true)

  test('of all commands of the bot is one that Discord takes', () => {
    expect(set.flatMap((command) => checkBody('command', command, new Map()).reasons)).toEqual([])
    expect(checkCommandSet(set as never)).toEqual([])
    expect(
      commandSet(COMMANDS, false).flatMap((command) => checkBody('command', command, new Map()).reasons),
    ).toEqual([])
  })

  test('has every command, in English and Chinese, and each with the private option', () => {
    for (const { name, says } of commands) {
      const command = set.find((each) => each.name === name) as unknown as {
        description: string
        options: unknown
        description_localizations: Record<string, string>
        name_localizations?: Record<string, string>
      }
      expect(command, name).toBeDefined()
      expect(command.description).toBe(says.en)
      expect(command.description_localizations['zh-CN']).toBe(says.zh)
      expect(command.name_localizations?.['zh-CN'], name).toMatch(/\p{Script=Han}/u)
      expect(JSON.stringify(command.options)).toContain('"private"')
    }
  })

  test('can be used in servers, with the bot and in any other talk, by those who installed it for themselves too', () => {
    for (const command of set)
      expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] })
    for (const command of commandSet(commands, false)) expect(command).not.toHaveProperty('contexts')
  })

  test('needed options come first, and what completes does so', () => {
    const pause = JSON.stringify(commandSet(COMMANDS, true).find(({ name }) => name === 'digest'))
    expect(pause.indexOf('"policy"')).toBeLessThan(pause.indexOf('"id"'))
    const find = set.find(({ name }) => name === 'find') as {
      options?: { name: string; autocomplete?: boolean }[]
    }
    expect(find.options?.filter(({ autocomplete }) => autocomplete).map(({ name }) => name)).toContain(
      'region',
    )
  })

  test('/find has a form', () => {
    const form = formOf(
      commands.find(({ name }) => name === 'find'),
      'zh',
    )
    expect(form?.components).toHaveLength(5)
    expect(checkBody('callback', { type: 9, data: form }, new Map()).reasons).toEqual([])
    expect(
      formOf(
        commands.find(({ name }) => name === 'ask'),
        'en',
      ),
    ).toBeNull()
    expect(formOf(undefined, 'en')).toBeNull()
  })
})

describe('publishing', () => {
  test('happens once, and again only when something changed', async () => {
    const { discord, desk, platform } = await onStage()
    expect(published(discord)).toHaveLength(1)
    await platform.stop(100)
    const { coordination } = desk
    const same = besideStage(discord, { desk: { coordination } })
    await same.platform.start()
    expect(published(discord)).toHaveLength(1)
    await same.platform.stop(100)
    const other = besideStage(discord, { commands: COMMANDS.slice(1), desk: { coordination } })
    await other.platform.start()
    expect(published(discord)).toHaveLength(2)
  })

  test('to one server is at once, and taken back when it is for all again', async () => {
    const { discord, desk, platform } = await onStage({ start: false })
    const { coordination } = desk
    const own = besideStage(discord, { settings: { guildId: discord.guildId }, desk: { coordination } })
    await own.platform.start()
    expect(published(discord).map(({ id }) => id)).toEqual([discord.guildId])
    await own.platform.stop(100)
    await platform.start()
    const last = published(discord).slice(1)
    expect(last.map(({ id }) => id)).toEqual([discord.guildId, 'global'])
    expect(last[0]?.body).toEqual({ commands: [] })
  })

  test('that fails does not keep the bot from answering', async () => {
    const { discord, platform, logged } = await onStage({ start: false })
    discord.faults.add({ match: { method: 'PUT' }, action: 'error', error: 50035, times: 'always' })
    await platform.start()
    expect(platform.health().ok).toBe(true)
    expect(logged.some((line) => line.startsWith('error') && line.includes('commands'))).toBe(true)
    expect((await discord.dm('ann', 'hello').answer()).text).toContain('hello')
  })
})
