import type { Migration } from './index.ts'

/** Workspaces and guilds that put the bot out, until what is kept of them goes; and until when a note is kept (null: for ever). */
export const departures: Migration = {
  number: 4,
  both: [
    `create table departure (
       platform text not null, tenant text not null, left_at bigint not null, primary key (platform, tenant)
     )`,
    'alter table note add column until bigint',
  ],
}
