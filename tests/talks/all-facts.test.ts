import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { Engine } from '../../src/bot/engine.ts'
import { type Person, type Room, roomOf } from './person.ts'
import { allFacts } from './real-engine.ts'

let engine: Engine
let bot: Room
let ann: Person
beforeAll(() => {
  engine = allFacts()
})
beforeEach(() => {
  bot = roomOf(engine)
  ann = bot.person('ann')
})

describe('asking about everything that is known', () => {
  it('loads without a fault', () => {
    expect(engine.problems).toEqual([])
  })

  it('gives the newest figure first and the earlier ones beside it', async () => {
    await ann.asks('Dongying offshore wind investment')
    bot.shouldSay(/28 billion yuan.*24\.8 billion yuan/s)
    expect(bot.last.answer?.facts[0]?.quantity?.value).toBe(28e9)
  })

  it('does not give one place for another', async () => {
    await ann.asks('Weifang offshore wind investment')
    expect(bot.last.answer?.kind).toBe('nothing')
    expect(bot.last.answer?.facts).toEqual([])
  })

  it('asks which place is meant, and a number tells', async () => {
    await ann.asks('Taizhou GDP 2023')
    if (bot.last.answer?.kind === 'unclear') {
      await ann.asks('1')
      expect(bot.last.understanding?.query?.regions).toHaveLength(1)
    }
  })
})

describe('the examples in /help have an answer', () => {
  const lines = commands.flatMap(({ examples }) => [
    ...examples.en.map((line) => ['en', line] as const),
    ...examples.zh.map((line) => ['zh', line] as const),
  ])
  it.each(lines)('%s %s', async (locale, line) => {
    await bot.person('ann', { locale }).asks(line)
    expect(bot.last.ok).toBe(true)
    expect(bot.last.reply.locale).toBe(locale)
    if (bot.last.answer === null) return
    expect(bot.last.answer.kind).not.toMatch(/nothing|unclear|talk/)
    expect(bot.last.answer.facts.length).toBeGreaterThan(0)
  })

  it('each begins with its command', () => {
    for (const { name, examples } of commands) {
      for (const line of [...examples.en, ...examples.zh]) expect(line).toMatch(new RegExp(`^/${name}\\b`))
    }
  })
})
