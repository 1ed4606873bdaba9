import type { Migration } from './index.ts'

/**
 * Times are milliseconds since 1970. No table holds what a person wrote: inbound has keys of events, a digest the
 * one-line form of its query, an occurrence the facts it is about to post.
 */
export const firstTables: Migration = {
  number: 1,
  postgres: [
    `create or replace function now_ms() returns bigint language sql volatile
       as $$ select cast(extract(epoch from clock_timestamp()) * 1000 as bigint) $$`,
  ],
  both: [
    `create table inbound (
       key text primary key, state text not null, owner text not null, lease_until bigint, at bigint not null
     )`,
    'create index inbound_at on inbound (at)',
    'create table lease (name text primary key, owner text not null, until bigint not null)',
    'create table counter (name text primary key, count bigint not null, until bigint not null)',
    'create table note (name text primary key, text text not null)',
    `create table digest (
       id text primary key, platform text not null, tenant text, place text not null, owner text not null,
       locale text not null, about text not null, cron text not null, zone text not null,
       policy text not null, catch_up text not null, window_ms bigint not null,
       next_due bigint, next_slot text, last_due bigint,
       paused text, rev integer not null, created_at bigint not null
     )`,
    'create index digest_due on digest (next_due) where paused is null',
    'create index digest_tenant on digest (platform, tenant)',
    `create table occurrence (
       id text primary key, digest_id text not null, slot text not null, due_at bigint not null,
       state text not null, platform text not null, tenant text, place text not null, owner text not null,
       nonce varchar(25) not null, not_before bigint not null,
       attempt integer not null default 0, unclear integer not null default 0, fence bigint not null default 0,
       worker text, lease_until bigint, first_try_at bigint,
       body text, said text, message_id text, reason text, ended_at bigint,
       unique (digest_id, slot)
     )`,
    "create index occurrence_open on occurrence (due_at, id) where state in ('due', 'posting')",
    'create index occurrence_history on occurrence (digest_id, due_at)',
    'create index occurrence_tenant on occurrence (platform, tenant)',
    'create index occurrence_ended on occurrence (ended_at)',
    `create table known_fact (
       fact_id text not null, content_hash text not null, seen_at bigint not null, superseded_at bigint,
       primary key (fact_id, content_hash)
     )`,
    'create index known_fact_seen on known_fact (seen_at)',
    'create index known_fact_superseded on known_fact (superseded_at)',
  ],
}
