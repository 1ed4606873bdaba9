/** The words of digests by language. */
import { type DigestWords, en } from './words-en.ts'
import { zh } from './words-zh.ts'

export const WORDS: Readonly<Record<'en' | 'zh', DigestWords>> = { en, zh }
