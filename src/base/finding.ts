/** One thing the doctor looked at. */
export interface Finding {
  /** 'Slack bot token' */
  what: string
  ok: boolean
  /** What was seen: 'belongs to gazetteer in Acme'. No secrets. */
  says: string
  /** What to do where it is not well; also for what is well but could be better. */
  wayOut?: string
}
