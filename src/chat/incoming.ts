/** What a person did, on any platform, after the adapter removed what belongs to the platform alone. */
export interface Incoming {
  platform: 'console' | 'slack' | 'discord'
  /** Where the talk goes on: a thread, a DM, the console. Follow-ups belong to it. */
  conversation: string
  /** Who speaks; two people in one thread do not share follow-ups. */
  author: string
  /** When it was said, by the adapter's clock (milliseconds since 1970). */
  at: number
  /** The person's language where the platform tells it. */
  locale?: 'en' | 'zh'
  said:
    | { kind: 'text'; text: string }
    | { kind: 'command'; name: string; values: Readonly<Record<string, string>> }
    /** A pressed button or picked choice: the one-line form of a query. */
    | { kind: 'query'; line: string }
}
