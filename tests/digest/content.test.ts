/** What a digest says: from the real facts, with the day moved on which some of them were first seen. */
import { describe, expect, test } from 'vitest'
import { createContents } from '../../src/digest/content.ts'
import type { DigestMoment } from '../../src/digest/content-port.ts'
import { formatSaid, readSaid } from '../../src/digest/content-said.ts'
import type { Digest, Occurrence } from '../../src/digest/digest-store.ts'
import { contentOf, contentsOf, readContent } from '../../src/digest/fact-content.ts'
import type { FactChange } from '../../src/digest/known-facts.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { allFacts } from '../talks/real-engine.ts'

const engine = allFacts()
/** Monday 23 November 2026, 09:00 in Shanghai; the digest before it was Friday's. */
const DUE = Date.UTC(2026, 10, 23, 1)
const FRIDAY = Date.UTC(2026, 10, 20, 1)

const ABOUT = 'lookup r:370500 i:offshore-wind n:investment'
const PARK = engine.base.byId('dongying-2025-07-15/offshore-wind-investment-park-2025-07')!
const PLAN = engine.base.byId('dongying-2023-04-11/offshore-wind-investment-park-2023-04-plan')!

const content = (fact: Fact) => contentOf(fact, engine.base.sourceOf(fact))
const isNew = (fact: Fact, at = DUE - 1): FactChange => ({
  id: fact.id,
  how: 'new',
  before: null,
  after: content(fact),
  at,
})
const was = (fact: Fact, before: Partial<Fact>, at = DUE - 1): FactChange => ({
  ...{ id: fact.id, how: 'changed', at, after: content(fact) },
  before: contentOf({ ...fact, ...before }, engine.base.sourceOf(fact)),
})
const amount = (fact: Fact, value: number): Partial<Fact> => ({ quantity: { ...fact.quantity!, value } })

const DIGEST: Digest = {
  ...{
    id: 'k7m2',
    place: { platform: 'slack', tenant: 'T1', id: 'C1' },
    owner: 'U1',
    locale: 'en',
    about: ABOUT,
  },
  ...{
    cron: '0 9 * * 1-5',
    zone: 'Asia/Shanghai',
    policy: 'always',
    catchUp: 'latest',
    windowMs: 1,
    next: null,
  },
  ...{ lastDue: null, paused: null, rev: 1, createdAt: 0 },
}

interface Given {
  changes?: readonly FactChange[]
  digest?: Partial<Digest>
  moment?: Partial<DigestMoment>
  first?: boolean
}

function examined({ changes = [], digest = {}, moment = {}, first = false }: Given) {
  const whole = { ...DIGEST, ...digest }
  const contents = createContents({
    ...engine,
    knownFacts: {
      changes: async (since, until) => changes.filter(({ at }) => at > since && at <= until),
    },
  })
  const said = formatSaid({ about: ABOUT, lines: [] })
  const last = first ? null : ({ due: FRIDAY, said } as Occurrence)
  return contents.examine(whole, { dueAt: DUE, now: DUE, skipped: 0, late: false, last, ...moment })
}

async function shown(given: Given): Promise<string> {
  const { content: made } = await examined(given)
  return 'reply' in made ? made.reply.plain : made.nothing
}

describe('the first digest ever', () => {
  test('says what is known now in short, not that all of it is new', async () => {
    const text = await shown({ first: true, changes: [isNew(PARK)] })
    expect(text).toMatch(/^Digest: offshore wind power, investment, Dongying.* · Mon 23 Nov 2026, 09:00\n/)
    expect(text).toMatch(
      /What is known now.*\n- #1 .*28 billion yuan.*\n- #2 .*planned investment 48 billion yuan/,
    )
    expect(text).not.toMatch(/Unchanged|Revised/)
  })

  test('about everything tells how much is watched', async () => {
    expect(await shown({ first: true, digest: { about: 'summary' } })).toMatch(/\n\d{3} facts are known now/)
  })

  test('about something else than the last one is a first one again', async () => {
    const given = { digest: { about: 'summary r:370800', policy: 'changes' as const } }
    expect(await shown(given)).toMatch(/What is known now/)
  })

  test('about what nobody knows says so', async () => {
    expect(await shown({ first: true, digest: { about: 'lookup r:640000 i:offshore-wind' } })).toMatch(
      /Nothing is known/,
    )
  })
})

describe('what changed', () => {
  test('a new fact with what stood before it, its source, and what did not change', async () => {
    const text = await shown({ changes: [isNew(PARK)] })
    expect(text).toMatch(
      /\nDongying · offshore wind power\n- #1 Dongying.*28 billion yuan.*\[1\] Before: 2023: 24\.8 billion yuan \[2\]\./,
    )
    expect(text).toMatch(
      /The difference is 3\.2 billion yuan, derived: 28 billion - 24\.8 billion = 3\.2 billion yuan\./,
    )
    expect(text).toMatch(/Unchanged since Fri 20 Nov 2026:\n- #2 .*planned investment 48 billion yuan.*\[3\]/)
    expect(text).toMatch(
      /\[1\] China Daily .*15 July 2025.*\n\[2\] PRNewswire.*27 March 2024\n\[3\] China Daily/,
    )
  })

  test('a revised fact, old value and new', async () => {
    const text = await shown({ changes: [was(PARK, amount(PARK, 26e9))] })
    expect(text).toMatch(
      /#1 Revised: Dongying.*28 billion yuan.*Before: as of July 2025: 26 billion yuan \[1\]/,
    )
  })

  test('of two rates no difference is told: it would be percentage points', async () => {
    const growth = engine.agreeing({ ...PLAIN, regions: ['370500'], indicators: ['gdp.growth'] })[0]!
    const text = await shown({
      changes: [was(growth, amount(growth, growth.quantity!.value + 1))],
      digest: { about: 'lookup r:370500 n:gdp.growth' },
      moment: {
        last: {
          due: FRIDAY,
          said: formatSaid({ about: 'lookup r:370500 n:gdp.growth', lines: [] }),
        } as Occurrence,
      },
    })
    expect(text).toMatch(/Revised: .*GDP growth.*Before: /)
    expect(text).not.toMatch(/difference/)
  })

  test('what was planned and is a result now', async () => {
    const text = await shown({ changes: [was(PARK, { status: 'planned' })] })
    expect(text).toMatch(/#1 Realised: Dongying.*Before: as of July 2025: planned 28 billion yuan/)
  })

  test('a withdrawn fact, with its source though the base has neither any more', async () => {
    const source = { ...engine.base.sourceOf(PLAN), id: 'gone', publisher: 'Gone Times' }
    const before = contentOf({ ...PLAN, id: 'gone/x', source: 'gone' }, source)
    const text = await shown({
      changes: [{ id: 'gone/x', how: 'withdrawn', before, after: null, at: DUE - 1 }],
    })
    expect(text).toMatch(/#1 Withdrawn: Dongying.*planned investment 48 billion yuan.*\[1\]/)
    expect(text).toMatch(/\[1\] Gone Times/)
  })

  test('sources that now disagree are shown both, once', async () => {
    const [one, other] = ['shandong-2023-02-27/gdp-growth-2022', 'shandong-2023-02-05/gdp-growth-2022'].map(
      (id) => engine.base.byId(id)!,
    )
    const about = 'lookup r:370000 n:gdp.growth'
    const text = await shown({
      changes: [isNew(one!), isNew(other!)],
      digest: { about },
      moment: { last: { due: FRIDAY, said: formatSaid({ about, lines: [] }) } as Occurrence },
    })
    expect(text).toMatch(
      /#1 Shandong: GDP growth 5\.4 percent.*\[1\].* Another source says otherwise: .*3\.9 percent.*\[\d\]/,
    )
    expect(text.match(/3\.9 percent/g)).toHaveLength(1)
  })

  test('what no reader would see is not told', async () => {
    const spelling = { quantity: { ...PARK.quantity!, asStated: 'other words' } }
    expect(await shown({ changes: [was(PARK, spelling)], digest: { policy: 'changes' } })).toBe('no-change')
  })

  test("nor what is another digest's business, or was withdrawn elsewhere", async () => {
    const other = engine.base.byId('qingdao-2024-04-28/gdp-2024-q1')!
    const gone: FactChange = { id: 'x', how: 'withdrawn', before: content(other), after: null, at: DUE - 1 }
    const found = await examined({ changes: [isNew(other), gone], digest: { policy: 'changes' } })
    expect(found).toMatchObject({ entered: 2, agreeing: 0, content: { nothing: 'no-change' } })
  })

  test('grouped by place and industry, at most twelve, the others by their numbers', async () => {
    const changes = Array.from({ length: 60 }, (_, at) => isNew(engine.base.fact(at * 10)))
    const last = { due: FRIDAY, said: formatSaid({ about: 'summary', lines: [] }) } as Occurrence
    const found = await examined({ changes, digest: { about: 'summary' }, moment: { last } })
    const text = 'reply' in found.content ? found.content.reply.plain : ''
    const more = found.changes.length - 12
    expect(found.changes.length).toBeGreaterThan(40)
    expect(text.match(/^- #\d+ /gm)).toHaveLength(12)
    expect(text).toContain(`${more} more: /digest show k7m2 13`)
    // no group of the shown ones comes twice
    const groups = text
      .split('\n')
      .filter((line, at, all) => all[at + 1]?.startsWith('- #') && !line.startsWith('- '))
    expect(new Set(groups).size).toBe(groups.length)
    expect(readSaid('says' in found.content ? found.content.says : null)?.lines).toHaveLength(
      found.changes.length,
    )
  })

  test('in Chinese', async () => {
    const text = await shown({ changes: [was(PARK, amount(PARK, 26e9))], digest: { locale: 'zh' } })
    expect(text).toMatch(/^简报：海上风电、投资.*2026年11月23日（周一）09:00/)
    expect(text).toMatch(/#1 修订：东营市.*280亿元.*此前：截至2025年7月：260亿元 \[1\]。 相差20亿元/)
    expect(text).toMatch(/自2026年11月20日（周五）以来未变：\n- #2 东营市.*480亿元/)
  })
})

describe('every line leads to its own source', () => {
  test('over all facts, however the marks of a digest are counted', async () => {
    const last = { due: FRIDAY, said: formatSaid({ about: 'summary', lines: [] }) } as Occurrence
    let lines = 0
    for (let from = 0; from < engine.base.size; from += 12) {
      const facts = Array.from({ length: Math.min(12, engine.base.size - from) }, (_, at) =>
        engine.base.fact(from + at),
      )
      const found = await examined({
        ...{ changes: facts.map((fact) => isNew(fact)), digest: { about: 'summary' }, moment: { last } },
      })
      const parts = 'reply' in found.content ? found.content.reply.parts : []
      const cited = parts.flatMap((part) => (part.kind === 'citations' ? part.items : []))
      const items = parts.flatMap((part) => (part.kind === 'list' ? part.items : []))
      found.changes.forEach(({ fact }, at) => {
        const mark = Number(/\[(\d+)\]/.exec(items[at]!)?.[1])
        const source = engine.base.sourceOf(fact)
        expect(items[at]).toMatch(new RegExp(`^#${at + 1} `))
        expect(cited.find((one) => one.mark === mark)).toMatchObject({
          url: source.url,
          publisher: source.publisher,
        })
        lines++
      })
    }
    expect(lines).toBeGreaterThan(900)
  })
})

describe('the policy', () => {
  test.each([
    ['always', /^Digest: [^\n]*\nNothing new since Fri 20 Nov 2026\.\n- #1 .*28 billion/],
    ['changes', /^no-change$/],
    ['changes-or-heartbeat', /^Digest: [^\n]*\nNothing new since Fri 20 Nov 2026\.$/],
  ] as const)('%s', async (policy, text) => {
    expect(await shown({ digest: { policy } })).toMatch(text)
    expect(await shown({ digest: { policy }, changes: [isNew(PARK)] })).toMatch(/- #1 Dongying.*28 billion/)
  })
})

describe('F29 a late digest', () => {
  const late = { now: DUE + 9_600_000, late: true, skipped: 2 }

  test('says when it was due and how many were skipped', async () => {
    const text = await shown({ moment: late })
    expect(text).toMatch(/\nDue 09:00, posted 11:40\.\n2 earlier digests were skipped/)
  })

  test('posted on another day, names the days', async () => {
    expect(await shown({ moment: { ...late, now: DUE + 86_400_000 } })).toMatch(
      /Due Mon 23 Nov 2026, 09:00, posted Tue 24 Nov 2026, 09:00/,
    )
  })

  test('says what it would have said: what came in after its due time is not in it', async () => {
    const text = await shown({ moment: late, changes: [isNew(PARK, DUE + 1)] })
    expect(text).not.toMatch(/28 billion/)
    expect(text).toMatch(/#1 .*24\.8 billion yuan/)
  })

  test('a revision after its due time is seen as it was before', async () => {
    const text = await shown({ moment: late, changes: [was(PARK, amount(PARK, 26e9), DUE + 1)] })
    expect(text).toMatch(/#1 .*26 billion yuan/)
    expect(text).not.toMatch(/28 billion/)
  })

  test('what was withdrawn after it is still there', async () => {
    const source = engine.base.sourceOf(PLAN)
    const before = contentOf({ ...PLAN, subject: { en: 'old harbour', zh: '旧港' } }, source)
    const gone: FactChange = { id: 'x/harbour', how: 'withdrawn', before, after: null, at: DUE + 1 }
    expect(await shown({ moment: late, changes: [gone] })).toMatch(
      /old harbour: planned investment 48 billion yuan/,
    )
  })
})

describe('the content of a fact', () => {
  test('is read back as the same fact and source', () => {
    for (const { id, content: text } of contentsOf(engine.base)) {
      const { keywords: _, ...fact } = engine.base.byId(id)!
      expect(readContent(id, text)).toEqual({ fact, source: engine.base.sourceOf(engine.base.byId(id)!) })
    }
  })

  test('does not depend on the order of fields, nor on the words it is found by', () => {
    const turned = Object.fromEntries(
      Object.entries({ ...PARK, keywords: ['x'] }).reverse(),
    ) as unknown as Fact
    expect(content(turned)).toBe(content(PARK))
    expect(content({ ...PARK, statement: 'other' })).not.toBe(content(PARK))
  })

  test.each([null, '', 'null', '{}', '[1,2]', '[{},{}]', 'not json'])('%s is none', (text) => {
    expect(readContent('x', text)).toBe(null)
  })
})

const PLAIN = {
  ...{ intent: 'lookup' as const, industries: [], organisations: [], periods: [], quoted: [], words: [] },
}
