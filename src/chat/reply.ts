/**
 * What the bot says back: parts that every platform can show, and the whole as plain text. Nothing here is
 * escaped; each adapter escapes for its own platform at the last step.
 */
export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** A caveat or remark: smaller than the answer, never left out. */
  | { kind: 'note'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[] }
  | { kind: 'citations'; items: readonly Citation[] }
  /** Things to press or to pick by number; each carries the one-line form of a query. */
  | { kind: 'buttons'; prompt: string; items: readonly Button[] }

export interface Column {
  label: string
  align: 'left' | 'right'
}

/** Where a number comes from: publisher, title, date, link. `mark` is how the text refers to it: 1, 2, ... */
export interface Citation {
  mark: number
  publisher: string
  title: string
  date: string | null
  url: string | null
  kind: string
}

export interface Button {
  label: string
  /** The one-line form of the query that is asked when it is pressed, or a command as it is typed ('/help rank'). */
  query: string
  /** How it should look where a platform can show it: something that cannot be undone is 'danger'. */
  style?: 'primary' | 'danger'
}

export interface Reply {
  parts: readonly Part[]
  /** The whole as plain text: for notifications, screen readers and places where parts cannot be shown. */
  plain: string
  locale: 'en' | 'zh'
  seenBy: 'everyone' | 'asker'
  /** What, said again, gives this answer: the line a private answer is shared by. */
  again?: string
}
