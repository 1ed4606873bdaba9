/** Puts right what cannot stand together once the intent is known. */
import type { Vocabulary } from '../../facts/vocabulary.ts'
import type { Draft } from './draft.ts'

export function cleanUp(draft: Draft, vocabulary: Vocabulary): void {
  if (draft.intent === 'list') namesInsteadOfNumbers(draft)
  // 新能源汽车的定义: what is defined is named beside the word
  if (draft.intent === 'define' && draft.industries.length + draft.indicators.length > 1)
    draft.indicators = draft.indicators.filter((id) => id !== 'definition')
  // only what is ordered has an end to take some from
  if (draft.intent !== 'rank' && draft.intent !== 'list') {
    delete draft.limit
    if (draft.intent !== 'compare') delete draft.order
  }
  // "overview of its plants": everything about the place, not the plants alone
  if (draft.intent === 'summary')
    draft.indicators = draft.indicators.filter((id) => vocabulary.bases.get(id)?.topic !== true)
}

/** "which companies invest in Jining" asks for names, not for their number. */
function namesInsteadOfNumbers(draft: Draft): void {
  if (draft.indicators.some((id) => id.includes('.'))) return
  if (draft.indicators.includes('partnership')) draft.indicators = ['partnership']
  draft.indicators = draft.indicators.map((id) => (id === 'enterprises' ? 'company-project' : id))
  if (draft.indicators.includes('company-project')) draft.indicators = ['company-project']
}
