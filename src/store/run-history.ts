/** What became of digests, for people who look and for the next digest. */
import type { DigestStore } from '../digest/digest-store.ts'
import type { Database } from './database.ts'
import { occurrenceOf } from './digest-rows.ts'

export type RunHistory = Pick<DigestStore, 'occurrence' | 'open' | 'history' | 'lastSent' | 'sentAs'>

export function createRunHistory(database: Database): RunHistory {
  return {
    async occurrence(id) {
      const [row] = await database.read('select * from occurrence where id = :id', { id })
      return row === undefined ? null : occurrenceOf(row)
    },

    async open(limit) {
      const rows = await database.read(
        "select * from occurrence where state in ('due', 'posting') order by due_at, id limit :limit",
        { limit },
      )
      return rows.map(occurrenceOf)
    },

    async history(digest, limit) {
      const rows = await database.read(
        'select * from occurrence where digest_id = :digest order by due_at desc, id desc limit :limit',
        { digest, limit },
      )
      return rows.map(occurrenceOf)
    },

    async sentAs(platform, message) {
      const [row] = await database.read(
        "select * from occurrence where message_id = :message and platform = :platform and state = 'sent' limit 1",
        { message, platform },
      )
      return row === undefined ? null : occurrenceOf(row)
    },

    async lastSent(digest, before) {
      const [row] = await database.read(
        `select * from occurrence where digest_id = :digest and state = 'sent' and due_at < :before
         order by due_at desc, id desc limit 1`,
        { digest, before },
      )
      return row === undefined ? null : occurrenceOf(row)
    },
  }
}
