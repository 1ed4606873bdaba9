/**
 * The digests of docs/examples/digests.md: from the real facts, with the day moved on which some of them were first
 * seen, or with an earlier content, as if an article had come in or been corrected.
 */
import { renderPlain } from '../adapters/console/render.ts'
import type { Engine } from '../bot/engine.ts'
import { createContents } from '../digest/content.ts'
import { formatSaid } from '../digest/content-said.ts'
import type { Digest, Occurrence } from '../digest/digest-store.ts'
import { contentOf } from '../digest/fact-content.ts'
import type { FactChange } from '../digest/known-facts.ts'
import { saySchedule } from '../digest/schedule/words/say.ts'
import type { Fact } from '../facts/fact.ts'
import { formatQuery } from '../facts/query.ts'

export async function digestsDocument(engine: Engine): Promise<string> {
  const sections: string[] = [HEAD]
  for (const [at, example] of EXAMPLES.entries()) {
    const { title, what, locale, late = false, first = false } = example
    const { query } = engine.read(what, { now: new Date(DUE), locale })
    if (query === null) throw new Error(`not understood: ${what}`)
    const digest: Digest = {
      ...DIGEST,
      locale,
      about: formatQuery(query),
      policy: example.policy ?? 'always',
    }
    const changes = (example.changes?.(engine) ?? []).map((change) => ({ ...change, at: SEEN }))
    const contents = createContents({
      ...engine,
      knownFacts: {
        changes: async (since, until) => changes.filter((one) => one.at > since && one.at <= until),
      },
    })
    const said = formatSaid({ about: digest.about, lines: [] })
    const content = await contents.make(digest, {
      ...{ dueAt: DUE, now: late ? DUE + LATE : DUE, skipped: late ? 2 : 0, late },
      last: first ? null : ({ due: LAST, said } as Occurrence),
    })
    const text = 'reply' in content ? renderPlain(content.reply) : 'Nothing is posted.'
    const how = `\`${what}\`, ${saySchedule(digest.cron, digest.zone, 'en')}, policy \`${digest.policy}\``
    sections.push(`## ${at + 1}. ${title}\n\n${how}\n\n\`\`\`text\n${text}\n\`\`\``)
  }
  return `${sections.join('\n\n')}\n`
}

interface Example {
  title: string
  what: string
  locale: 'en' | 'zh'
  policy?: Digest['policy']
  first?: boolean
  late?: boolean
  changes?: (engine: Engine) => Omit<FactChange, 'at'>[]
}

const EXAMPLES: readonly Example[] = [
  {
    title: 'The first one: what is known now',
    what: 'new energy in Shandong',
    locale: 'en',
    first: true,
  },
  {
    title: 'A new figure, with what stood before it',
    what: 'Dongying offshore wind investment',
    locale: 'en',
    changes: (engine) => [isNew(engine, 'dongying-2025-07-15/offshore-wind-investment-park-2025-07')],
  },
  {
    title: 'Corrected, and sources that now disagree',
    what: 'Shandong GDP growth',
    locale: 'en',
    changes: (engine) => [
      corrected(engine, 'shandong-2023-02-05/gdp-growth-2022', (fact) => ({
        quantity: { ...fact.quantity!, value: fact.quantity!.value + 0.2 },
      })),
      isNew(engine, 'shandong-2023-02-27/gdp-growth-2022'),
    ],
  },
  {
    title: 'Planned, now a result',
    what: 'Yantai marine economy',
    locale: 'en',
    changes: (engine) => [isNew(engine, 'yantai-2024-03-07/gross-marine-product-2023')],
  },
  {
    title: 'Everything of one article, in Chinese, late',
    what: '青岛',
    locale: 'zh',
    late: true,
    changes: (engine) => newOf(engine, 'qingdao-2024-04-28'),
  },
  {
    title: 'Withdrawn, in Chinese',
    what: '东营海上风电投资额',
    locale: 'zh',
    changes: (engine) => [withdrawn(engine, 'dongying-2023-04-11/offshore-wind-investment-park-2023-04')],
  },
  {
    title: 'Nothing changed, one line',
    what: 'Dongying offshore wind investment',
    locale: 'en',
    policy: 'changes-or-heartbeat',
  },
  {
    title: 'Nothing changed, only changes are posted',
    what: 'Dongying offshore wind investment',
    locale: 'en',
    policy: 'changes',
  },
]

function factOf({ base }: Engine, id: string): Fact {
  const fact = base.byId(id)
  if (fact === undefined) throw new Error(`no fact ${id}`)
  return fact
}

function isNew(engine: Engine, id: string): Omit<FactChange, 'at'> {
  const fact = factOf(engine, id)
  return { id, how: 'new', before: null, after: contentOf(fact, engine.base.sourceOf(fact)) }
}

function newOf(engine: Engine, source: string): Omit<FactChange, 'at'>[] {
  const ids = Array.from({ length: engine.base.size }, (_, at) => engine.base.fact(at))
  return ids.filter((fact) => fact.source === source).map(({ id }) => isNew(engine, id))
}

function corrected(
  engine: Engine,
  id: string,
  before: (fact: Fact) => Partial<Fact>,
): Omit<FactChange, 'at'> {
  const fact = factOf(engine, id)
  const source = engine.base.sourceOf(fact)
  return {
    ...{ id, how: 'changed', after: contentOf(fact, source) },
    before: contentOf({ ...fact, ...before(fact) }, source),
  }
}

/** As if a second entry of the same fact had been in the base. */
function withdrawn(engine: Engine, id: string): Omit<FactChange, 'at'> {
  const fact = factOf(engine, id)
  const before = contentOf(fact, engine.base.sourceOf(fact))
  return { id: `${id}-again`, how: 'withdrawn', before, after: null }
}

/** Monday 23 November 2026, 09:00 in Shanghai; the one before was Friday's. */
const DUE = Date.UTC(2026, 10, 23, 1)
const LAST = Date.UTC(2026, 10, 20, 1)
const SEEN = DUE - 3_600_000
const LATE = 9_600_000
const DIGEST: Digest = {
  ...{ id: 'k7m2', place: { platform: 'slack', tenant: 'T', id: 'C' }, owner: 'U', locale: 'en', about: '' },
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

const HEAD = `# Digests, as they are posted

Printed by \`npm run examples:digests\` from the facts in \`data/facts/\`, as plain text; a test compares them. Which facts were new is made
up: the day on which they were first seen was moved, or an earlier content was put before them. The figures are those of the facts,
except what stands behind "Before" in the third.`
