/** Whether something is to be left out: "GDP of Shandong without Qingdao", 除青岛以外. No fact says that. */
import type { Span } from '../segment.ts'
import type { Parts } from './draft.ts'

/** A word of exclusion counts where a name, a number or a state follows it within a few words. */
export function excludes({ spans }: Parts): boolean {
  return spans.some((span, at) => isNegation(span) && spans.slice(at + 1, at + 1 + REACH).some(isNaming))
}

const isNegation = ({ meaning }: Span): boolean =>
  meaning.kind === 'names' && meaning.entities.some(({ kind, id }) => kind === 'cue' && id === 'negate')

const isNaming = ({ meaning }: Span): boolean =>
  meaning.kind === 'names' &&
  meaning.entities.some(({ kind, id }) => NAMES.has(kind) || (kind === 'cue' && id.startsWith('status:')))

const NAMES = new Set(['region', 'industry', 'base', 'organisation'])
/** "without the city of Qingdao", "not yet in Shandong" */
const REACH = 3
