import { expect, test } from 'vitest'
import { DIGEST } from '../example-digest.ts'
import type { Bench } from './bench.ts'

const HOSTILE = [
  "'; drop table digest; --",
  '" or "1"="1',
  "\\'; delete from occurrence; --",
  ':id $1 ?1 @id',
  '%_\\%',
  '__proto__',
  '\u202e\u200b\u2028',
  '东营\n\t',
]

export function hostileContract(bench: () => Bench): void {
  test('F24 whatever stands in an id, a place or a text is kept as it is, and does nothing', async () => {
    const { digests, inbound, coordination, knownFacts, erasing } = bench().store
    for (const [index, text] of HOSTILE.entries()) {
      const place = { platform: 'slack', tenant: text, id: text } as const
      const id = `${index} ${text}`
      await digests.add({ ...DIGEST, id, place, owner: text, about: text })
      expect(await digests.get(id)).toMatchObject({ id, place, owner: text, about: text })
      expect(await digests.list({ tenant: text, owner: text, place: text })).toHaveLength(1)
      expect(await inbound.take(text, text, 1_000)).toBe('taken')
      await coordination.note(text, text)
      expect(await coordination.noted(text)).toBe(text)
    }
    await knownFacts.enter(HOSTILE.map((text) => ({ id: text, content: text })))
    expect(await digests.list({})).toHaveLength(HOSTILE.length)
    // an id that would stand for all others erases nobody else
    expect((await erasing.tenant({ platform: 'slack', id: '%_\\%' })).digests).toBe(1)
    expect(await digests.list({})).toHaveLength(HOSTILE.length - 1)
  })
}
