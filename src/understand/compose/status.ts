/** Whether results, plans or targets are asked for. */

import type { Status } from '../../facts/fact.ts'
import type { Span } from '../segment.ts'
import { Pattern } from '../signals.ts'
import type { Draft, Note, Parts } from './draft.ts'

/** Sets the draft's status where the question names just one, or asks for the result after it has told the target. */
export function addStatus(draft: Draft, parts: Parts, note: Note): void {
  const { text, signals, cues, bases, amounts } = parts
  const told = endOfToldTarget(parts)
  if (told >= 0) {
    draft.status = 'actual'
    note('status:asked-after-target', 'actual')
    // what the target was is known to the asker, and is no condition of the result
    amounts.splice(0, amounts.length, ...amounts.filter(({ at }) => at > told))
    return
  }
  if (asksForThoseUnderWay(parts)) {
    bases.splice(0, bases.length, ...bases.map((one) => ({ ...one, ids: ['projects-under-construction'] })))
    note('status:of-what-is-counted', 'projects-under-construction')
    return
  }
  if (turnsDownPlans(parts)) {
    draft.status = 'actual'
    note('status:plans-turned-down', 'actual')
    return
  }
  const asked: Status[] = []
  // a target is planned as well, so the narrower word counts
  if (cues.has('status:target')) asked.push('target')
  else if (cues.has('status:planned')) asked.push('planned')
  if (cues.has('status:ongoing')) asked.push('ongoing')
  if (cues.has('status:actual') || OUTCOME.test(text, signals)) asked.push('actual')
  if (
    asked.length === 0 &&
    SPENT.test(text, signals) &&
    bases.some(({ ids }) => ids.includes('investment'))
  ) {
    asked.push('actual')
    note('status:money-spent', 'actual')
  }
  if (asked.length === 1) draft.status = asked[0]!
  else if (asked.length > 1) note('status:both-named', asked.join(' or '))
}

/** "How many projects were under construction": such projects are counted by themselves, and their number is a result. */
const asksForThoseUnderWay = ({ bases, cues }: Parts): boolean =>
  cues.has('status:ongoing') &&
  cues.has('ask:count') &&
  !cues.has('negate') &&
  bases.length > 0 &&
  bases.every(({ ids }) => ids.join() === 'projects')

/** 装机多少,不含在建: what is installed never holds what is still being built, so that to leave it out says "actual" again. */
export function turnsDownPlans({ spans, bases }: Parts): boolean {
  if (bases.length === 0 || !bases.every(({ ids }) => ids.includes('installed-capacity'))) return false
  const turned = spans.findIndex((span) => isCue(span, 'negate'))
  return (
    turned >= 0 &&
    !spans.slice(turned + 1).some((span) => isCue(span, 'negate')) &&
    spans
      .slice(turned + 1, turned + 1 + REACH)
      .some((span) => isCue(span, 'status:ongoing') || isCue(span, 'status:planned'))
  )
}

/** "The target was 4 trillion, but what came of it?": where the clause ends that only tells the target; -1 where none does. */
function endOfToldTarget({ spans, amounts, cues }: Parts): number {
  if (!cues.has('status:actual') || !AHEAD.some((cue) => cues.has(cue))) return -1
  const ahead = spans.findLastIndex((span) => AHEAD.some((cue) => isCue(span, cue)))
  const actual = spans.findLastIndex((span) => isCue(span, 'status:actual'))
  const end = spans.findIndex(({ text }, at) => at > ahead && at < actual && CLAUSE_END.test(text))
  if (end < 0) return -1
  const isTold = spans
    .slice(0, end)
    .some(({ text }, at) => TELLS.test(text) || amounts.some((amount) => amount.at === at))
  // 江苏规划了不少海上光伏，已经并网的海上光伏有多少: what follows is a question of its own; "target, actual" is not
  const isWhole = spans.slice(end).some(isThing)
  return isTold || isWhole ? end : -1
}

const isCue = ({ meaning }: Span, cue: string): boolean =>
  meaning.kind === 'names' && meaning.entities.some(({ kind, id }) => kind === 'cue' && id === cue)

const isThing = ({ meaning }: Span): boolean =>
  meaning.kind === 'names' && meaning.entities.some(({ kind }) => kind === 'base' || kind === 'industry')

/** "excluding what is still under construction" */
const REACH = 5
const AHEAD = ['status:target', 'status:planned'] as const
const CLAUSE_END = /^[,，.。;；:：!！]$|^(?:but|yet|however|但|但是|可是|可)$/
/** "the target was", 目标是 */
const TELLS = /^(?:was|is|were|are|had been|set|know|是|为|定|知道|说)$/
/** "income growth in 2024, outcome", 最终多少: never the target. */
const OUTCOME = new Pattern(
  'outcome|outturn|out|came|end|final|最|到',
  /\b(?:outcome|out-?turn|turned out|came out at|end result|final result|final reading)\b|最终(?!的?(?:目标|愿景|规划|计划|投资|要|将|会|拟))|到头来/,
)
/** "has Dongying invested", "was spent on", 投资了: money that is gone, no plan. */
const SPENT = new Pattern(
  'invest|invested|spent|spend|put|poured|了',
  /\b(?:did|has|have|had|was|were|been)\b[^.?!]{0,60}\b(?:invest(?:ed)?|spent|spend|put in|put into|poured)\b|(?:投资|投入|花)了/,
)
