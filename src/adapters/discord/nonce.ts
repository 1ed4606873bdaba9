/** The nonce by which Discord knows a message it already has: the same for every attempt to say the same. */
import { createHash } from 'node:crypto'
import { LIMITS } from './limits.ts'

export const nonceOf = (said: string): string =>
  createHash('sha256').update(said).digest('base64url').slice(0, LIMITS.nonce)
