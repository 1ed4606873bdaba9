/** Whether something is to be left out: "GDP of Shandong without Qingdao", 除青岛以外. No fact says that. */
import type { Span } from '../segment.ts'
import { outcomeTurnedDown } from './chinese-turns.ts'
import { naming } from './clauses.ts'
import type { Parts } from './draft.ts'
import { turnsDownPlans } from './status.ts'

/** "Without" always leaves something out; "not" only where a name or a state follows it within a few words. */
export function excludes(parts: Parts): boolean {
  if (turnsDownPlans(parts)) return false
  const { spans } = parts
  // only where nothing else is turned down
  const turnedDown = spans.filter(isNegation).length === 1 ? outcomeTurnedDown(parts) : ''
  return spans.some(
    (span, at) =>
      (isNegation(span) &&
        !turnedDown.startsWith(span.text) &&
        (!WEAK.has(span.text) ||
          DOING.has(spans[at + 1]?.text ?? '') ||
          spans.slice(at + 1, at + 1 + REACH).some(isNaming))) ||
      isOtherThan(spans, at),
  )
}

/** 不是海上风电的投资: that of all other branches. */
const isOtherThan = (spans: readonly Span[], at: number): boolean =>
  spans[at]!.text === '不是' &&
  spans[at + 2]?.text === '的' &&
  spans[at + 3]?.meaning.kind === 'names' &&
  isIndustry(spans[at + 1]!)

const isIndustry = naming('industry')

const isNegation = ({ meaning }: Span): boolean =>
  meaning.kind === 'names' && meaning.entities.some(({ kind, id }) => kind === 'cue' && id === 'negate')

const isNaming = ({ meaning }: Span): boolean =>
  meaning.kind === 'unknown' ||
  (meaning.kind === 'names' &&
    meaning.entities.some(({ kind, id }) => NAMES.has(kind) || (kind === 'cue' && id.startsWith('status:'))))

/** Words that negate what follows, and may be there for other reasons: "why not", 没有吗 */
const WEAK = new Set(['not', 'non', 'besides', '没有', '未', '非'])
/** "did not make" */
const DOING = new Set(
  'make made making yet start started begin begun open opened happen arrive arrived meet met reach reached'.split(
    ' ',
  ),
)
const NAMES = new Set(['region', 'industry', 'base', 'measure', 'organisation', 'other'])
/** "without the city of Qingdao", "not yet in Shandong" */
const REACH = 3
