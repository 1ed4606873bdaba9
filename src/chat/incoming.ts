/** What a person did, on any platform, after the adapter removed what belongs to the platform alone. */
export type PlatformName = 'console' | 'slack' | 'discord'

export interface Incoming {
  platform: PlatformName
  /** The workspace (Slack) or guild (Discord); absent where there is none: the console, a DM on Discord. */
  tenant?: string
  /** The channel or DM it was said in, as the platform's own id; absent on the console. */
  place?: string
  /** Said in private between this person and the bot. */
  direct?: boolean
  /** A guest, or somebody of another organisation: asks only where the settings allow it. */
  stranger?: boolean
  /** Said to nobody in particular, in a thread that the bot takes part in: it may be people talking among themselves. */
  overheard?: boolean
  /**
   * Where the talk goes on: a thread, a DM, the console. Follow-ups belong to it. Of a thread it is the id of the message
   * that the thread hangs on, or ends with ':' and that id.
   */
  conversation: string
  /** Who speaks; two people in one thread do not share follow-ups. */
  author: string
  /** When it was said, by the adapter's clock (milliseconds since 1970). */
  at: number
  /** The person's language where the platform tells it. */
  locale?: 'en' | 'zh'
  said: Said
}

export type Said =
  | { kind: 'text'; text: string }
  | CommandCall
  /** A pressed button or picked choice: the one-line form of a query, or a command as it is typed ('/help rank'). */
  | { kind: 'query'; line: string }

export interface CommandCall {
  kind: 'command'
  name: string
  /** Of a command that has subcommands: which one. */
  subcommand?: string
  values: Readonly<Record<string, string>>
}
