/** What of a thing is asked: its growth, its share, its change. */
import { Pattern } from '../signals.ts'
import type { Note, Parts } from './draft.ts'

/** The measures the question asks for, likeliest first; none when it asks for the thing itself. */
export function measuresOf(parts: Parts, note: Note): Set<string> {
  const taken = isInPoints(parts) ? measuresInPoints(parts, note) : namedMeasures(parts, note)
  // "industrial output growth" is a name that says its measure
  if (parts.bases.some(({ text }) => NAMED_GROWTH.test(text))) taken.add('growth')
  // "by what percentage was it brought down" names no growth
  const isRate =
    taken.size === 1 && taken.has('growth') && parts.measures.every(({ text }) => RATE.test(text))
  if (parts.cues.has('direction:down') && (taken.size === 0 || isRate)) {
    // "by how much did exports fall": a growth below nought
    for (const measure of ['growth', 'change']) taken.add(measure)
    note('measure:fall', 'growth, change')
  }
  if (
    taken.size === 0 &&
    parts.amounts.length === 0 &&
    parts.bases.length > 0 &&
    PERCENT_OF.test(parts.text, parts.signals)
  ) {
    taken.add('share')
    note('measure:percent-of', 'share')
  }
  if (taken.size === 1 && taken.has('growth') && isOverAll(parts)) {
    // "by what percentage did it expand between 2012 and 2021": from the one to the other, if that is known
    taken.clear()
    for (const measure of ['change', 'growth']) taken.add(measure)
    note('measure:over-all', 'change, growth')
  }
  if (parts.cues.has('ask:share') && !taken.has('growth') && !taken.has('change')) {
    taken.add('share')
    note('measure:what-share', 'share')
  }
  return taken
}

/** Years apart, and the growth between them as one figure. */
const isOverAll = ({ periods, text, signals }: Parts): boolean =>
  periods.length === 1 &&
  periods[0]!.period.to - periods[0]!.period.from >= 23 &&
  ALL_TOLD.test(text, signals)

/** "by how many percentage points", "rose 3.1 points" */
const isInPoints = ({ units, amounts }: Parts): boolean =>
  units.some(({ ids }) => ids.includes('percentage-points')) ||
  amounts.some(({ filter }) => filter.unit === 'percentage-points')

/** Points are what a rate rose by, or what it is ahead of another by. */
function measuresInPoints({ spans }: Parts, note: Note): Set<string> {
  const isAhead = AHEAD.test(spans.map(({ text }) => text).join(' '))
  note('measure:in-points', 'change, lead')
  return new Set(isAhead ? ['lead', 'change'] : ['change', 'lead'])
}

/** "growth of exports", "how fast did exports grow" */
function namedMeasures({ measures, cues, text, signals }: Parts, note: Note): Set<string> {
  // "kindly share the exports of Anhui" asks to be told
  const asks = SHARE_VERB.test(text, signals)
  const [verb] = asks ? measures.filter(({ text: said }) => said === 'share') : []
  if (verb !== undefined) measures.splice(measures.indexOf(verb), 1)
  const taken = new Set(measures.flatMap(({ ids }) => ids))
  // "imports: change" may be told as a growth
  if (taken.has('change') && taken.size === 1) taken.add('growth')
  if (taken.size === 0 && cues.has('ask:rate')) {
    taken.add('growth')
    note('measure:how-fast', 'growth')
  }
  return taken
}

/** "please share", "could you share": no share of anything, unless it says of what */
const SHARE_VERB = new Pattern('share', /\b(?:kindly|please|pls|plz|you) share (?!of\b|in\b)/)
/** "% of GDP" */
const PERCENT_OF = new Pattern('%|cent|percent|pct|percentage', /(?:%|\bper ?cent|\bpct|\bpercentage) of\b/)
const ALL_TOLD = new Pattern(
  'total|altogether|cumulatively|cumulative|told|all|much|percentage|percent|overall|sum',
  /\b(?:in total|in all|in sum|altogether|cumulatively|cumulative|all told|overall|by how much|(?:by )?(?:what|how many) per ?cent(?:age)?|how much did|how much has)\b/,
)
const RATE = /^percent/
const NAMED_GROWTH = /(?:output|value) growth$/
/** "2 points ahead of the country", 高于全国: not those it rose by. */
const AHEAD =
  /ahead|faster|lead|outpac|outgr[eo]w|outstrip|outperform|quicker|beat|above|高于|快于|快|领先|高出|超出/
