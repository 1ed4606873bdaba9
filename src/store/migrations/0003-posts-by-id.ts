import type { Migration } from './index.ts'

/** Every question in a thread asks whether the thread is a digest's. */
export const postsById: Migration = {
  number: 3,
  both: ['create index occurrence_message on occurrence (message_id) where message_id is not null'],
}
