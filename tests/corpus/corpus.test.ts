/** The bot is put every question of the corpus; a failure names the wording, what was expected and what came. */
import { describe, expect, it } from 'vitest'
import { formatQuery, parseQuery } from '../../src/facts/query.ts'
import {
  answers,
  listedWeaknesses,
  loadAll,
  loadFive,
  type Meaning,
  meanings,
  outcomeOf,
  type Refusal,
  refusals,
  TODAY,
} from './corpus.ts'

const all = loadAll()
const five = loadFive()

describe('one meaning, many wordings', () => {
  for (const [file, entries] of byFile(meanings())) {
    describe(file, () => {
      for (const meaning of entries) {
        describe(titleOf(meaning), () => {
          it.each(meaning.says)('"%s"', async (wording) => {
            const got = (await outcomeOf(all, wording, meaning)).line
            if (got !== meaning.or) expect(got, `"${wording}" was read as ${got}`).toBe(meaning.means)
          })
          it.each(meaning.weak)('not yet: "%s"', async (wording) => {
            const got = (await outcomeOf(all, wording, meaning)).line
            expect([meaning.means, meaning.or], moveIt(wording, file, 'says')).not.toContain(got)
          })
        })
      }
    })
  }
})

describe('questions that no fact answers', () => {
  for (const [file, entries] of byFile(refusals())) {
    describe(file, () => {
      for (const refusal of entries) {
        describe(
          refusal.because +
            (refusal.only === undefined ? '' : ', of the five articles') +
            said(refusal.after),
          () => {
            it.each(refusal.asks)('"%s"', async (question) => {
              expect(await wrongWith(question, refusal), `"${question}" should be refused`).toBeNull()
            })
            it.each(refusal.weak)('not yet: "%s"', async (question) => {
              expect(await wrongWith(question, refusal), moveIt(question, file, 'asks')).not.toBeNull()
            })
          },
        )
      }
    })
  }
})

describe('questions that a fact answers', () => {
  for (const [file, entries] of byFile(answers())) {
    describe(file, () => {
      for (const answered of entries) {
        describe(answered.first.join(' or ') + said(answered.after), () => {
          it.each(answered.asks)('"%s"', async (question) => {
            const { line, ids } = await outcomeOf(all, question, answered)
            expect(answered.first, `"${question}", read as ${line}, was answered with ${ids}`).toContain(
              ids[0],
            )
          })
          it.each(answered.weak)('not yet: "%s"', async (question) => {
            const { ids } = await outcomeOf(all, question, answered)
            expect(answered.first, moveIt(question, file, 'asks')).not.toContain(ids[0])
          })
        })
      }
    })
  }
})

describe('the corpus itself', () => {
  it('writes every meaning as a query line that reads back to itself', () => {
    const lines = meanings().flatMap(({ means, or }) => [means, or ?? means])
    const stale = lines.filter((line) => !line.startsWith('talk:') && roundTrip(line) !== line)
    expect(stale).toEqual([])
  })

  it('names only facts that exist', () => {
    const known = new Set(Array.from({ length: all.base.size }, (_, at) => all.base.fact(at).id))
    expect(answers().flatMap(({ first }) => first.filter((id) => !known.has(id)))).toEqual([])
  })

  it('asks nothing twice', () => {
    const said = [
      ...meanings().map(({ file, says, weak, after, now }) => ({
        file: `${file} ${after} ${now}`,
        says,
        weak,
      })),
      ...refusals().map(({ only, after, asks, weak }) => ({
        file: `refuses ${only} ${after}`,
        says: asks,
        weak,
      })),
      ...answers().map(({ after, asks, weak }) => ({ file: `answers ${after}`, says: asks, weak })),
    ].flatMap(({ file, says, weak }) => [...says, ...weak].map((wording) => `${file}: ${wording}`))
    expect(said.filter((wording, at) => said.indexOf(wording) !== at)).toEqual([])
  })

  it('has a cause in weak.yaml for every weak wording, and no other', () => {
    const weak = [...meanings(), ...refusals(), ...answers()].flatMap(({ file, weak }) =>
      weak.map((wording) => `${file}: ${wording}`),
    )
    expect(listedWeaknesses().sort()).toEqual(weak.sort())
  })
})

/** null when the question is refused as it should be, else what came instead. */
async function wrongWith(question: string, refusal: Refusal): Promise<string | null> {
  const { line, kind, ids } = await outcomeOf(refusal.only === 'five' ? five : all, question, refusal)
  const refused = kind === 'nothing' || (refusal.answer === 'unclear' && kind === 'unclear')
  if (refused && ids.length === 0) return null
  return `read as ${line}, answered (${kind}) with ${ids.slice(0, 3).join(', ') || 'no fact'}`
}

function byFile<T extends { file: string }>(entries: readonly T[]): Map<string, T[]> {
  return Map.groupBy(entries, ({ file }) => file)
}

const titleOf = ({ means, after, now }: Meaning): string =>
  means + said(after) + (now === TODAY ? '' : `, on ${now}`)

const said = (after: readonly string[]): string =>
  after.length === 0 ? '' : `, after ${after.map((text) => `"${text}"`).join(', ')}`

const moveIt = (wording: string, file: string, to: string): string =>
  `"${wording}" goes right now: move it from weak: to ${to}: in tests/corpus/${file}.yaml, and take it out of weak.yaml`

function roundTrip(line: string): string | null {
  const query = parseQuery(line)
  return query === null ? null : formatQuery(query)
}
