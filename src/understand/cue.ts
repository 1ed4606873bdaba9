/** Cues: words that say what is wanted (an intent, an order, a status) rather than of what. */
export const CUES = [
  'intent:compare', 'intent:rank', 'intent:trend', 'intent:summary', 'intent:list', 'intent:define', 'intent:sources', 'intent:aggregate',
  'fold:sum', 'fold:average', 'fold:ratio', 'fold:count', 'fold:difference',
  'order:highest', 'order:lowest',
  'status:planned', 'status:target', 'status:actual', 'status:ongoing',
  'ask:count', 'ask:amount', 'ask:rate', 'ask:share', 'ask:who', 'ask:which', 'ask:where', 'ask:yesno', 'ask:derive',
  'level:prefecture', 'level:province', 'level:county', 'level:any', 'within',
  'follow:and', 'follow:instead', 'follow:pronoun', 'follow:more', 'follow:nth', 'follow:reset', 'follow:why',
  'joint:and', 'joint:or', 'joint:of', 'negate', 'newest',
  'talk:greeting', 'talk:thanks', 'talk:help',
  'refuse:cause', 'refuse:advice',
] as const
export type Cue = (typeof CUES)[number]
