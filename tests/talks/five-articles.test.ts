import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/bot/engine.ts'
import { type Person, type Room, roomOf } from './person.ts'
import { fiveArticles } from './real-engine.ts'

let engine: Engine
let bot: Room
let ann: Person
beforeAll(() => {
  engine = fiveArticles()
})
beforeEach(() => {
  bot = roomOf(engine)
  ann = bot.person('ann')
})

describe('asking about the five articles', () => {
  it('finds the figure, says what it measures and where it comes from', async () => {
    await ann.asks('Dongying offshore wind investment')
    bot.shouldSay(/24\.8 billion yuan/, /cumulative/i, /2023/, 'PRNewswire', '27 March 2024')
    bot.shouldNotSay(/761\.8/)
    await ann.asks('东营海上风电投资额')
    bot.shouldSay(/248亿元/, /累计/, /2023年/)
  })

  it('does not give one place for another', async () => {
    await ann.asks('Weifang offshore wind investment')
    expect(bot.last.answer?.kind).toBe('nothing')
    await ann.asks('Jinan number of signed projects')
    expect(bot.last.answer?.kind).toBe('nothing')
  })

  it('goes on with the talk', async () => {
    await ann.asks('Dongying offshore wind investment')
    await ann.asks('number of projects?')
    bot.shouldSay(/28 projects/)
    await ann.asks('Where did this come from?')
    bot.shouldSay('PRNewswire')
  })

  it('keeps plans and results apart', async () => {
    await ann.asks('What investment did Guangdong plan for 2024?')
    bot.shouldSay(/about 150 billion yuan/, /plan/i)
  })

  it('puts places side by side without a winner where the figures differ in kind', async () => {
    await ann.asks('/compare Anhui Guangdong investment')
    bot.shouldSay(/489\.6 billion/, /about 150 billion/)
    expect(bot.last.answer).toMatchObject({ kind: 'comparison', comparable: false, winner: null })
  })

  it('orders what is comparable', async () => {
    await ann.asks('which Qingdao investment grew fastest in 2019')
    bot.shouldSay(/29\.7.*26\.8.*26\.5/s)
  })

  it('offers what is near by number', async () => {
    await ann.asks('Dongying offshore wind investment 2022')
    expect(bot.last.answer?.kind).toBe('nothing')
    await ann.asks('1')
    expect(bot.last.answer?.facts.length).toBeGreaterThan(0)
  })

  it('answers in the language of the talk', async () => {
    await ann.asks('东营概况')
    expect(bot.last.reply.locale).toBe('zh')
    await ann.asks('/status')
    bot.shouldSay('条事实')
  })
})
