/** How several values become one: a total, an average, a ratio. */
import type { Fold } from '../../facts/query.ts'
import type { Draft, Note, Parts } from './draft.ts'

/** Sets the draft's fold where there is something to fold. */
export function addFold(draft: Draft, { text, cues }: Parts, note: Note): void {
  const fold = FOLDS.find((one) => cues.has(`fold:${one}`))
  if (fold === undefined) {
    // "total investment of Dongying and Jining"; of one place a total is a figure it has
    const compares = cues.has('intent:compare') || cues.has('intent:rank')
    if (draft.regions.length > 1 && TOTAL.test(text) && !compares) {
      draft.fold = 'sum'
      note('fold:total-of-places', 'sum')
    }
  } else if (fold === 'ratio' || fold === 'count' || hasSeveral(draft)) {
    draft.fold = fold
    note('fold', fold)
    // 每个项目投资: the investment, divided by the projects
    if (fold === 'ratio')
      draft.indicators = draft.indicators
        .map((id) => id.replace(/\.level$/, ''))
        .map((id) => (id === 'project-investment' && PER_PROJECT.test(text) ? 'investment' : id))
  }
}

const hasSeveral = ({ regions, within, level, industries }: Draft): boolean =>
  regions.length > 1 || within !== undefined || level !== undefined || industries.length > 1

/** Where several are named, the first counts. */
const FOLDS: readonly Fold[] = ['ratio', 'difference', 'count', 'sum', 'average']
const PER_PROJECT = /per project|per scheme|(?:每|单|平均一)个?项目/
/** "total investment", 总额 */
const TOTAL = /\btotal\b|总额|总共|合计/
