import { PassThrough, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { linesOf } from '../../src/base/lines.ts'
import { silentLog } from '../../src/base/log.ts'
import { createBot, type Outcome } from '../../src/bot/bot.ts'
import { replyOf } from '../../src/bot/reply.ts'
import { readArguments } from '../../src/cli/arguments.ts'
import { answerLines } from '../../src/cli/batch.ts'
import { contractOf, type Known, withoutMassMentions } from '../../src/cli/contract.ts'
import type { Fact, Source } from '../../src/facts/fact.ts'
import { parsePeriod } from '../../src/facts/period.ts'
import { emptyQuery } from '../../src/facts/query.ts'
import { Vocabulary } from '../../src/facts/vocabulary.ts'
import type { Understanding } from '../../src/understand/understanding.ts'
import { fakeEngine } from '../talks/fake-engine.ts'

const vocabulary = new Vocabulary()
vocabulary.units.set('square-metres', {
  id: 'square-metres',
  en: 'square metres',
  zh: '平方米',
  class: 'area',
  aliases: [],
})
vocabulary.industries.set('offshore-wind', {
  ...{ id: 'offshore-wind', en: 'offshore wind power', zh: '海上风电', parents: [], aliases: [] },
})
const source: Source = {
  ...{ id: 'dongying-2024-03-27', publisher: 'PRNewswire', title: null, about: 'offshore wind in Dongying' },
  ...{ date: '2024-03-27', url: null, kind: 'press-release' },
}
const known: Known = { vocabulary, base: { sources: new Map([[source.id, source]]) } }
const fact = (name: string, more: Partial<Fact> = {}): Fact => ({
  ...{
    id: `dongying-2024-03-27/${name}`,
    region: '370500',
    industry: 'offshore-wind',
    indicator: 'investment',
  },
  ...{ period: null, status: 'actual', organisations: [], inferred: [], source: source.id },
  statement: `The statement of ${name}.`,
  ...more,
})

const query = emptyQuery('lookup')
const understanding: Understanding = {
  ...{
    text: 'x',
    locale: 'en',
    query,
    links: [],
    light: [],
    unused: [],
    yesNo: false,
    unknown: [],
    choices: [],
    steps: [],
    carried: [],
  },
}
const base = { query, understanding, facts: [], derived: [], caveats: [] }
const outcome = (answer: Answer, said = 'said'): Outcome => ({
  ...{
    reply: replyOf([{ kind: 'text', text: said }], 'en'),
    understanding: answer.understanding,
    answer,
    ok: true,
  },
})

describe('an answer in the batch contract', () => {
  it('gives a zone, which has no code of the standard, under the code of its city', () => {
    const zoned = new Vocabulary()
    for (const [code, parent, level] of [
      ['371591', '371500', 'zone'],
      ['371423', '371400', 'county'],
    ] as const) {
      zoned.regions.set(code, {
        code,
        parent,
        level,
        en: code,
        zh: code,
        short: code,
        pinyin: code,
        aliases: [],
      })
    }
    const facts = ['371591', '371423', '370500'].map((region) => fact(region, { region }))
    const answer: Answer = { ...base, kind: 'list', facts, total: 3 }
    const given = contractOf(outcome(answer), { ...known, vocabulary: zoned })
    expect(given.facts.map(({ region }) => region)).toEqual(['371500', '371423', '370500'])
  })

  it('carries its facts in base units, with period and source', () => {
    const wind = fact('wind', {
      period: parsePeriod('2024-01/2024-04'),
      quantity: {
        value: 1.7e9,
        unit: 'square-metres',
        bound: 'over',
        asStated: 'over 1.7 billion square metres',
        usd: 5,
      },
    })
    const other = fact('other', { period: parsePeriod('@2023') })
    const {
      facts,
      related,
      status,
      query: line,
    } = contractOf(outcome({ ...base, kind: 'found', facts: [wind], series: [wind], others: [other] }), known)
    expect(status).toBe('answered')
    expect(line).toBe('lookup')
    expect(facts).toEqual([
      {
        id: 'dongying-2024-03-27/wind',
        region: '370500',
        industry: 'offshore wind power',
        indicator: 'investment',
        period: '2024-01/2024-04',
        status: 'actual',
        value: 1.7e9,
        unit: 'square metres',
        usd: 5,
        bound: 'over',
        statement: 'The statement of wind.',
        source: {
          id: 'dongying-2024-03-27',
          publisher: 'PRNewswire',
          title: 'offshore wind in Dongying',
          date: '2024-03-27',
          url: null,
        },
      },
    ])
    expect(related).toMatchObject([
      { id: 'dongying-2024-03-27/other', period: '2023', value: null, unit: null },
    ])
  })

  it('gives no facts where there is no answer: near ones are related', () => {
    const near = { fact: fact('near'), differs: ['period'] as const }
    const nothing = contractOf(
      outcome({ ...base, kind: 'nothing', facts: [near.fact], missing: [], nearest: [near] }),
      known,
    )
    expect(nothing).toMatchObject({ status: 'not_found', facts: [], related: [{ id: near.fact.id }] })
    const choices = [{ query, fact: near.fact }]
    const unclear = contractOf(
      outcome({ ...base, kind: 'unclear', facts: [near.fact], about: 'region', choices }),
      known,
    )
    expect(unclear).toMatchObject({ status: 'clarify', facts: [] })
  })

  it('lists the sources of a question about sources once each', () => {
    const facts = [fact('one'), fact('two')]
    const { sources } = contractOf(outcome({ ...base, kind: 'sources', facts }), known)
    expect(sources?.map(({ id }) => id)).toEqual(['dongying-2024-03-27'])
  })

  it('tells small talk, a why and a failure apart', () => {
    const talk = (words: Understanding['talk']) =>
      contractOf(
        outcome({ ...base, kind: 'talk', understanding: { ...understanding, query: null, talk: words! } }),
        known,
      ).status
    expect(talk('greeting')).toBe('help')
    expect(talk('why')).toBe('not_found')
    const failed: Outcome = { reply: replyOf([], 'en'), understanding: null, answer: null, ok: false }
    expect(contractOf(failed, known).status).toBe('error')
  })

  it.each(['@everyone', '@here', 'a @Everyone b', '<!channel>', '<!here|x>', '<@U123>', '<#C1>'])(
    'disarms %s',
    (mention) => {
      const { text } = contractOf(outcome({ ...base, kind: 'sources' }, mention), known)
      expect(text).not.toContain(mention)
      expect(text.replaceAll('\u200b', '')).toBe(mention)
      expect(withoutMassMentions('a@example.com: 3 < 5')).toBe('a@example.com: 3 < 5')
    },
  )
})

describe('the batch', () => {
  async function batch(...lines: string[]): Promise<Record<string, unknown>[]> {
    const engine = fakeEngine()
    const output = new PassThrough()
    let ticks = 0n
    await answerLines({
      input: Readable.from([lines.map((line) => `${line}\n`).join('')]),
      output,
      bot: createBot(engine, { commands: [], log: silentLog, reference: () => 'XYZ234', since: 0 }),
      known,
      clock: () => 0,
      stopwatch: () => (ticks += 1_500n),
    })
    output.end()
    return (await output.toArray())
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  }
  const asked = (id: string, q: string, conversation = id) =>
    JSON.stringify({ id, q, lang: 'en', conversation })

  it('answers each line in order and keeps conversations apart', async () => {
    const answers = await batch(
      asked('1', 'Dongying', 'a'),
      asked('2', 'and Qingdao', 'b'),
      asked('3', 'and Jining', 'a'),
    )
    expect(answers.map(({ id }) => id)).toEqual(['1', '2', '3'])
    expect(answers[1]!.text).not.toContain('Dongying')
    expect(answers[2]!.text).toContain('Dongying')
    expect(answers[0]!.elapsed_us).toBe(1)
  })

  it('answers a line that is no question with an error, and goes on', async () => {
    const answers = await batch(
      '{',
      'null',
      '[]',
      '5',
      '{"id":"x"}',
      asked('ok', 'crash'),
      '',
      asked('last', 'Dongying'),
    )
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      [null, 'error'],
      [null, 'error'],
      [null, 'error'],
      [null, 'error'],
      ['x', 'error'],
      ['ok', 'error'],
      ['last', 'help'],
    ])
    for (const { text } of answers) expect(text).not.toBe('')
  })

  it('answers before the next line comes', async () => {
    const input = new PassThrough()
    const output = new PassThrough()
    const done = answerLines({
      ...{ input, output, known, clock: () => 0, stopwatch: () => 0n },
      bot: createBot(fakeEngine(), { commands: [], log: silentLog, reference: () => '', since: 0 }),
    })
    const answers = linesOf(output)
    for (const id of ['1', '2', '3']) {
      input.write(`${asked(id, 'Dongying')}\n`)
      expect(JSON.parse((await answers.next()).value!).id).toBe(id)
    }
    input.end()
    await done
  })
})

describe('lines of a stream', () => {
  const lines = async (chunks: (string | Buffer)[], longest?: number): Promise<string[]> => {
    const all: string[] = []
    for await (const line of linesOf(Readable.from(chunks), longest)) all.push(line)
    return all
  }

  it('end at line feeds alone, wherever the chunks are cut', async () => {
    expect(await lines(['a\r\nb', 'c\n', '\nd\u2028e'])).toEqual(['a', 'bc', '', 'd\u2028e'])
    const bytes = Buffer.from('东营\n青岛')
    expect(await lines([...bytes].map((byte) => Buffer.from([byte])))).toEqual(['东营', '青岛'])
  })

  it('are cut when they do not end', async () => {
    expect(await lines(['aaaa', 'bbbb', 'cccc\nd'], 6)).toEqual(['aaaabb', 'd'])
  })
})

describe('the command line', () => {
  it('reads what it is told', () => {
    const { question, only, locale, now } = readArguments([
      '--only',
      'a, b',
      '--lang',
      'zh',
      '--now',
      '2024-05-31',
      'Jining',
      'GDP',
    ])
    expect({ question, only, locale }).toEqual({ question: 'Jining GDP', only: ['a', 'b'], locale: 'zh' })
    expect(new Date(now!).getDate()).toBe(31)
  })

  it('tells all mistakes at once', () => {
    expect(() => readArguments(['--lang', 'fr', '--now', 'soon', '--data', '/nowhere'])).toThrow(
      /--lang.*\n--now.*\n--data/,
    )
    expect(() => readArguments(['--nonsense'])).toThrow(/nonsense/)
  })
})
