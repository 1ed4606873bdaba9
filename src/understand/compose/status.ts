/** Whether results, plans or targets are asked for. */
import type { Status } from '../../facts/fact.ts'
import type { Draft, Note, Parts } from './draft.ts'

/** Sets the draft's status where the question names just one. */
export function addStatus(draft: Draft, { text, cues, bases }: Parts, note: Note): void {
  const asked: Status[] = []
  // a target is planned as well, so the narrower word counts
  if (cues.has('status:target')) asked.push('target')
  else if (cues.has('status:planned')) asked.push('planned')
  if (cues.has('status:ongoing')) asked.push('ongoing')
  if (cues.has('status:actual') || OUTCOME.test(text)) asked.push('actual')
  if (asked.length === 0 && SPENT.test(text) && bases.some(({ ids }) => ids.includes('investment'))) {
    asked.push('actual')
    note('status:money-spent', 'actual')
  }
  if (asked.length === 1) draft.status = asked[0]!
  else if (asked.length > 1) note('status:both-named', asked.join(' or '))
}

/** "income growth in 2024, outcome": never the target. */
const OUTCOME = /\b(?:outcome|out-?turn|turned out|came out at|end result|final result|final reading)\b/
/** "has Dongying invested", "was spent on", 投资了: money that is gone, no plan. */
const SPENT =
  /\b(?:did|has|have|had|was|were|been)\b[^.?!]{0,60}\b(?:invest(?:ed)?|spent|spend|put in|put into|poured)\b|(?:投资|投入|花)了/
