/** An offer that leads nowhere is worse than none: every offer under every figure is taken up here. */
import { describe, expect, test } from 'vitest'
import type { Fact } from '../../src/facts/fact.ts'
import { emptyQuery, formatQuery, type Query } from '../../src/facts/query.ts'
import { allFacts } from '../talks/real-engine.ts'

const engine = allFacts()
const answered = (query: Query) => engine.answer(engine.understandingOf(query, 'en'))

/** The answer to a question for this very fact. */
const asked = ({ region, industry, indicator, period, status, organisations }: Fact, timed: boolean) =>
  answered({
    ...emptyQuery('lookup'),
    ...{ regions: [region], industries: [industry], indicators: [indicator], organisations },
    ...(status === 'actual' ? {} : { status }),
    periods: period === null || !timed ? [] : [{ ...period, asOf: false }],
  })

const offers = Array.from({ length: engine.base.size }, (_, at) => engine.base.fact(at)).flatMap((fact) => {
  return [true, false].flatMap((timed) => {
    const answer = asked(fact, timed)
    const suggestions = answer.kind === 'found' ? (answer.suggestions ?? []) : []
    return suggestions.map(({ query }) => ({ query, fact: answer.facts[0]! }))
  })
})
const offered = (intent: Query['intent']) => [
  ...new Map(
    offers.filter(({ query }) => query.intent === intent).map((offer) => [formatQuery(offer.query), offer]),
  ).values(),
]

describe('what is offered under a figure has an answer', () => {
  test('compare: the figure itself beside those of other places, alike', () => {
    const wrong = offered('compare').filter(({ query, fact }) => {
      const answer = answered(query)
      return (
        answer.kind !== 'comparison' ||
        !answer.facts.some(({ id }) => id === fact.id) ||
        answer.missing.length > 0 ||
        // which is higher may be left open by a rounded figure, but nothing may differ in kind
        answer.caveats.some(({ kind }) => kind === 'differ')
      )
    })
    expect(offered('compare').length).toBeGreaterThan(50)
    expect(wrong.map(({ query }) => formatQuery(query))).toEqual([])
  })

  test('trend: two points or more, the figure among them', () => {
    const wrong = offered('trend').filter(({ query }) => {
      const answer = answered(query)
      return answer.kind !== 'trend' || answer.points.length < 2
    })
    expect(offered('trend').length).toBeGreaterThan(20)
    expect(wrong.map(({ query }) => formatQuery(query))).toEqual([])
  })

  test('sources: the article of the figure', () => {
    const wrong = offered('sources').filter(({ query, fact }) => {
      const answer = answered(query)
      return answer.kind !== 'sources' || !answer.facts.some(({ source }) => source === fact.source)
    })
    expect(offered('sources').length).toBeGreaterThan(300)
    expect(wrong.map(({ query }) => formatQuery(query))).toEqual([])
  })
})
