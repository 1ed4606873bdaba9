/** How a text became a query: nothing the reader typed disappears without being named here. */
import { formatQuery, type Query } from '../facts/query.ts'

export type Locale = 'en' | 'zh'

/** How sure a link is, from certain to guessed. */
export type How = 'exact' | 'alias' | 'typo' | 'carried-over' | 'rule'

/** Some words of the question and what they were taken for. */
export interface Link {
  words: string
  /** 'region:370500', 'industry:offshore-wind', 'indicator:gdp', 'period:2023', 'light', ... */
  entity: string
  how: How
  /** 1 is certain; a typo's score is 1 - edits / length. */
  score: number
}

/** A named rule that fired, for `explain`. */
export interface Step {
  rule: string
  detail: string
}

/** One possible reading of an ambiguous question. */
export interface Choice {
  /** The entity that makes this reading: 'region:341300'. */
  entity: string
  query: Query
}

export type Talk = 'greeting' | 'thanks' | 'help' | 'reset' | 'too-long' | 'why' | 'nothing'

export interface Understanding {
  text: string
  locale: Locale
  /** null: the text asks nothing of the base (see `talk`). */
  query: Query | null
  talk?: Talk
  links: readonly Link[]
  /** Words understood to carry no constraint. */
  light: readonly string[]
  /** Known words that name no thing and were not used; the answer says which. */
  unused: readonly string[]
  /** Asked for yes or no: a figure in it is to be checked, not a condition. */
  yesNo: boolean
  /** Words that are no known name; they stand in query.words too and must be in a fact's statement. */
  unknown: readonly string[]
  /** Readings that the words leave open ("Suzhou"); the first is the one taken in `query`. */
  choices: readonly Choice[]
  steps: readonly Step[]
  /** Dimensions carried over from the conversation. */
  carried: readonly Carried[]
  /** The same follow-up read against earlier queries of the conversation. */
  earlierReadings?: readonly { query: Query; carried: readonly Carried[] }[]
  /** Asked for something no fact can say: why things happen, what to do. */
  beyond?: 'cause' | 'advice' | 'exclusion'
}

export type Carried = 'region' | 'industry' | 'indicator' | 'organisation' | 'period' | 'status' | 'words'

/** The understanding behind a query that came without words: a pressed button, a command, a digest. */
export const understandingOf = (query: Query, locale: Locale): Understanding => ({
  text: '',
  locale,
  query,
  links: [],
  light: [],
  unused: [],
  yesNo: false,
  unknown: [],
  choices: [],
  steps: [{ rule: 'query-line', detail: formatQuery(query) }],
  carried: [],
})

/** What a conversation remembers: the last query, and what was offered for picking. */
export interface Memory {
  query: Query | null
  /** Earlier queries of the conversation, newest first: what a follow-up may lean on when the last one leads nowhere. */
  earlier?: readonly Query[]
  /** Queries behind the numbered choices last shown. */
  offered: readonly Query[]
  /** The facts the last answer rested on, so that "more" makes sense; none where it had none. */
  shown: readonly string[]
  /** The last question of the conversation that had an answer. */
  answered?: Query
  /** The facts of the last list of several places, in their order: what "the second one" is of. */
  listed?: readonly string[]
}
