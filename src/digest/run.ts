/** One due time of one digest, as the store keeps it. */
import { createHash } from 'node:crypto'
import type { Run } from './digest-store.ts'
import type { Due } from './schedule/next.ts'

/** `skipped`: it will not be posted, and why. `notBefore`: its due time unless said. */
export function runOf(
  digestId: string,
  { due, slot }: Due,
  more: { notBefore?: number; skipped?: string } = {},
): Run {
  const id = `${digestId}@${slot}`
  return { id, due, slot, nonce: nonceOf(id), notBefore: due, ...more }
}

/** The beginning of a hash in base 32: letters and digits only, as long as Discord takes (25). */
function nonceOf(id: string): string {
  const bits = [...createHash('sha256').update(id).digest().subarray(0, 16)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
  return Array.from(
    { length: 25 },
    (_, at) => BASE_32[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
  ).join('')
}

const BASE_32 = 'abcdefghijklmnopqrstuvwxyz234567'
