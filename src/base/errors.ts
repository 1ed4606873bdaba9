/** The two kinds of mistakes that are not bugs: of whoever sets the bot up, and of whoever talks to it. */

/** One thing wrong with the set-up: where it stands, what is wrong, and what would be right. */
export interface Mistake {
  where: string
  what: string
  wayOut: string
}

/** The bot cannot start like this. Mistakes are collected, so that one start shows all of them. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
  readonly mistakes: readonly Mistake[]

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(({ where, what, wayOut }) => `${where}: ${what}. ${wayOut}`).join('\n'))
    this.mistakes = mistakes
  }
}

/** A request that cannot be met as it was made. The code is worded in the asker's language where it is shown. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}
