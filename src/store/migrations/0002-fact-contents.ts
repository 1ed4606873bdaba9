import type { Migration } from './index.ts'

/** Of a revised fact a digest says what was there before. Nothing is known of contents seen earlier: they stay empty. */
export const factContents: Migration = {
  number: 2,
  both: ["alter table known_fact add column content text not null default ''"],
}
