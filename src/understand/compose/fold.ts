/** How several values become one: a total, an average, a ratio. */

import type { Fold } from '../../facts/query.ts'
import { Pattern } from '../signals.ts'
import type { Draft, Note, Parts } from './draft.ts'

/** Sets the draft's fold where there is something to fold. */
export function addFold(draft: Draft, parts: Parts, note: Note): void {
  const { text, signals, cues, unknown, light } = parts
  const isBalance = draft.regions.length === 1 && TRADE_BALANCE.test(text, signals)
  if (isBalance && draft.indicators.every((id) => !id.includes('.') || id.endsWith('.level'))) {
    draft.indicators = ['exports', 'imports']
    delete draft.any
    draft.fold = 'difference'
    const told = unknown.filter((word) => BALANCE_WORD.test(word))
    for (const word of told) unknown.splice(unknown.indexOf(word), 1)
    light.push(...told)
    note('fold:trade-balance', 'exports - imports')
    return
  }
  if (draft.regions.length === 1 && isTrade(draft) && (cues.has('fold:sum') || IN_ALL.test(text))) {
    draft.indicators = ['exports', 'imports']
    delete draft.any
    draft.fold = 'sum'
    note('fold:trade', 'exports + imports')
    return
  }
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

/** "exports less imports", "trade surplus", 贸易顺差: only where neither stands for something of its own. */
const TRADE_BALANCE = new Pattern(
  'less|minus|net|surplus|deficit|balance|gap|顺|逆|差|减|扣',
  /\bexports? (?:less|minus|net of) (?:the )?imports?\b|\b(?:foreign |goods )?trade (?:surplus|deficit|balance|gap)\b|\bbalance of (?:foreign )?trade\b|(?:贸易|进出口)(?:顺差|逆差|差额)|出口(?:额|总额)?(?:减去?|扣除)进口/,
)
const BALANCE_WORD =
  /^(?:less|minus|net|surplus|deficit|balance|gap|trade surplus|trade balance|顺差|逆差|差额|贸易顺差|贸易逆差|(?:贸易)?[顺逆]|减|减去)$/

/** Exports and imports: two figures of one place that make up a third. */
const isTrade = ({ indicators }: Draft): boolean =>
  indicators.length === 2 &&
  ['exports', 'imports'].every((id) => indicators.some((one) => one === id || one === `${id}.level`))
const IN_ALL = /总共|一共|总计|共有|\bin (?:all|total)\b|\baltogether\b/

const hasSeveral = ({ regions, within, level, industries }: Draft): boolean =>
  regions.length > 1 || within !== undefined || level !== undefined || industries.length > 1

/** Where several are named, the first counts. */
const FOLDS: readonly Fold[] = ['ratio', 'difference', 'count', 'sum', 'average']
const PER_PROJECT = /per project|per scheme|(?:每|单|平均一)个?项目/
/** "total investment", 总额 */
const TOTAL = /\btotal\b|总额|总共|合计/
