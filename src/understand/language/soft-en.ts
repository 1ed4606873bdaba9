/**
 * Real English words that name no thing: no place, company, person, product, industry, indicator, population group,
 * time or status. A question that has one left over still means the same without it, so its answer stands and the
 * bot says which words it did not use: the 'homework' a figure is wanted for, the 'fresh' before investment.
 *
 * Three classes of words that are no name: light-en.ts carries no content and is passed over in silence; a word here
 * has content that only colours and is passed over aloud; a word of other-en.ts asks for something else and stops
 * the answer. The three have no word in common.
 *
 * Left out on purpose, and kept in other-en.ts where they are common: whatever names a thing that could be counted,
 * whatever changes what is counted (sold, rural, net, foreign, opened, approved), its truth (cancelled, failed,
 * hardly), its status (decided, estimated, vowed), its direction or growth (dropped, slumped, rebounded, doubled),
 * a threshold or rank (exceed, surpass, oldest) or a cause (boost, spur, driven). In doubt a word is not soft: a
 * wrong number is worse than no answer. Lower case, single tokens, every inflected form spelled out.
 */
const WORDS = [
  // Verbs in all their forms
  ``,

  // Adjectives that only colour
  ``,

  // Adverbs and connectives
  ``,

  // Abstract nouns, nouns of talk, of writing and of chat
  ``,
].join(' ')

export const SOFT_EN: ReadonlySet<string> = new Set(WORDS.split(/\s+/))
