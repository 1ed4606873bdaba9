/** Takes out what is kept no longer, a portion at a time, so that nothing waits long behind it. */
import type { Database } from './database.ts'

export async function sweep(database: Database): Promise<void> {
  for (const { text, kept } of SWEPT) {
    for (;;) {
      const gone = await database.write(text, { kept, portion: PORTION })
      if (gone.length < PORTION) break
    }
  }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const PORTION = 1_000

/** `kept`: milliseconds. Slack repeats an event for minutes; two days cover a queue that was stuck over a weekend night. */
const SWEPT: readonly { text: string; kept: number }[] = [
  {
    text: `delete from inbound where key in (
             select key from inbound where at <= (select now_ms()) - :kept
               and (state = 'finished' or lease_until <= (select now_ms()))
             limit :portion)
           returning key`,
    kept: 48 * HOUR,
  },
  {
    text: `delete from lease where name in (
             select name from lease where until <= (select now_ms()) - :kept limit :portion)
           returning name`,
    kept: DAY,
  },
  {
    text: `delete from counter where name in (
             select name from counter where until <= (select now_ms()) - :kept limit :portion)
           returning name`,
    kept: 0,
  },
  {
    text: `delete from note where name in (
             select name from note where until <= (select now_ms()) - :kept limit :portion)
           returning name`,
    kept: 0,
  },
  {
    // the newest that was sent says what the digest said last, for as long as there is the digest
    text: `delete from occurrence where id in (
             select id from occurrence as old where ended_at <= (select now_ms()) - :kept
               and not (state = 'sent'
                 and exists (select 1 from digest where digest.id = old.digest_id)
                 and not exists (
                   select 1 from occurrence as newer
                   where newer.digest_id = old.digest_id and newer.state = 'sent' and newer.due_at > old.due_at))
             limit :portion)
           returning id`,
    kept: 90 * DAY,
  },
]
