import { describe, expect, it } from 'vitest'
import type { Fields } from '../../src/base/log.ts'
import { fakeEngine } from './fake-engine.ts'
import { roomOf } from './person.ts'

const HOUR = 3_600_000

describe('a talk', () => {
  it('goes on where it was', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('Dongying')
    bot.shouldSay('en lookup w:Dongying')
    await ann.asks('and Qingdao')
    bot.shouldSay('w:Dongying,and%20Qingdao')
  })

  it('belongs to one person in one place', async () => {
    const bot = roomOf(fakeEngine())
    await bot.person('ann').asks('Dongying')
    await bot.person('bob').asks('and Qingdao')
    bot.shouldNotSay('Dongying')
    await bot.person('ann', { conversation: 'elsewhere' }).asks('and Qingdao')
    bot.shouldNotSay('Dongying')
    await bot.person('ann').asks('and Qingdao')
    bot.shouldSay('Dongying')
  })

  it('is forgotten after a day', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('Dongying')
    bot.passes(23 * HOUR)
    await ann.asks('and Qingdao')
    bot.shouldSay('Dongying')
    bot.passes(25 * HOUR)
    await ann.asks('and Jining')
    bot.shouldNotSay('Dongying')
  })

  it('is forgotten when the person says so', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('Dongying')
    await ann.asks('forget')
    await ann.asks('and Qingdao')
    bot.shouldNotSay('Dongying')
  })

  it('survives small talk and help', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('Dongying')
    await ann.asks('hello')
    await ann.asks('/help')
    await ann.asks('and Qingdao')
    bot.shouldSay('Dongying')
  })
})

describe('picking by number', () => {
  it.each(['2', ' 2 ', '#2', '2.', '2)', '２'])('%s picks the second choice', async (number) => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('Suzhou GDP')
    await ann.asks(number)
    bot.shouldSay('lookup w:宿州')
  })

  it('takes any other number for a question', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('Suzhou GDP')
    await ann.asks('28')
    bot.shouldSay('w:28')
    await ann.asks('2023')
    bot.shouldSay('w:2023')
    await bot.person('bob').asks('1')
    bot.shouldSay('w:1')
  })

  it('says how many choices there are, and still offers them', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('Suzhou GDP')
    await ann.asks('3')
    bot.shouldSay('from 1 to 2')
    await ann.asks('0')
    bot.shouldSay('from 1 to 2')
    await ann.asks('2')
    bot.shouldSay('lookup w:宿州')
  })

  it('can no longer pick once something else was answered', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('Suzhou GDP')
    await ann.asks('Dongying')
    await ann.asks('1')
    bot.shouldSay('w:1')
  })

  it('answers in the language of the question before', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann', { locale: 'en' })
    await ann.asks('Suzhou 投资')
    bot.shouldSay(/^zh/)
    await ann.asks('1')
    bot.shouldSay(/^zh lookup w:苏州/)
  })
})

describe('buttons', () => {
  it('ask the query they carry', async () => {
    const bot = roomOf(fakeEngine())
    await bot.person('ann').presses('rank n:gdp p:2023 top:3')
    bot.shouldSay('en rank n:gdp p:2023 top:3')
  })

  it.each(['', 'nonsense', 'lookup r', 'lookup p:2023-13', '__proto__:x'])(
    'say when they are stale: %s',
    async (line) => {
      const bot = roomOf(fakeEngine())
      await bot.person('ann', { locale: 'zh' }).presses(line)
      bot.shouldSay('按钮已失效')
    },
  )
})

describe('commands', () => {
  it('say what kind of question it is', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('/rank GDP 2023')
    bot.shouldSay('en rank w:GDP%202023')
    await ann.asks('/summary 济宁')
    bot.shouldSay('zh summary w:济宁')
    expect(bot.last.understanding?.steps).toContainEqual({ rule: 'command', detail: 'lookup -> summary' })
  })

  it('mean all they say, except /ask, which goes on with the talk', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('Dongying')
    await ann.asks('/list and Qingdao')
    bot.shouldNotSay('Dongying')
    await ann.asks('/ask and Jining')
    bot.shouldSay('Qingdao,and%20Jining')
  })

  it('/sources alone means the last answer', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('/sources')
    bot.shouldSay('/sources Dongying')
    await ann.asks('Dongying')
    await ann.asks('/sources')
    bot.shouldSay('sources w:Dongying')
  })

  it('say what is missing, with an example', async () => {
    const bot = roomOf(fakeEngine())
    await bot.person('ann').asks('/compare')
    bot.shouldSay('/compare <about>', '/compare Anhui Guangdong')
    await bot.person('bob', { locale: 'zh' }).asks('/compare')
    bot.shouldSay('例如')
  })

  it('say when there is no such command', async () => {
    const bot = roomOf(fakeEngine())
    await bot.person('ann').asks('/nonsense')
    bot.shouldSay('no command /nonsense', '/help')
  })

  it('/help lists every command, /help NAME tells of one', async () => {
    const bot = roomOf(fakeEngine())
    const ann = bot.person('ann')
    await ann.asks('/help')
    bot.shouldSay(
      '/ask',
      '/summary',
      '/compare',
      '/rank',
      '/trend',
      '/list',
      '/define',
      '/sources',
      '/help',
      '/status',
    )
    await ann.asks('/help rank')
    bot.shouldSay('/rank GDP 2023')
    await ann.asks('/help nonsense')
    bot.shouldSay('no command')
  })

  it('/status tells how much is known and since when', async () => {
    const bot = roomOf(fakeEngine())
    bot.passes(26 * HOUR)
    await bot.person('ann').asks('/status')
    bot.shouldSay('1,234 facts', '56 places', '7 sources', '2025-07-15', '2026-11-22 04:00 UTC (1 d 2 h)')
  })
})

describe('a bug', () => {
  it('gets an apology with a reference, the log the rest, and nobody what was typed', async () => {
    const lines: [Fields, string][] = []
    const write = (fields: Fields, message: string) => void lines.push([fields, message])
    const bot = roomOf(fakeEngine(), { log: { debug: write, info: write, warn: write, error: write } })
    const ann = bot.person('ann')
    await ann.asks('Dongying')
    await ann.asks('crash')
    bot.shouldSay('XYZ234')
    bot.shouldNotSay('TypeError')
    expect(bot.last.ok).toBe(false)
    expect(lines).toHaveLength(1)
    expect(lines[0]![0]).toMatchObject({
      reference: 'XYZ234',
      error: 'TypeError',
      platform: 'console',
      said: 'text',
    })
    expect(JSON.stringify(lines)).not.toContain('cannot read')
    // the talk goes on as if it had not happened
    await ann.asks('and Qingdao')
    bot.shouldSay('Dongying')
  })
})
