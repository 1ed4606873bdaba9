import type { NewDigest } from '../../src/digest/digest-store.ts'

export const START = Date.UTC(2026, 0, 15, 9)
export const HOUR = 3_600_000
export const DUE = START + HOUR

export const DIGEST: NewDigest = {
  id: 'd1',
  place: { platform: 'slack', tenant: 'T1', id: 'C1' },
  owner: 'U1',
  locale: 'zh',
  about: 'summary r:370500',
  cron: '0 18 * * *',
  zone: 'Asia/Shanghai',
  policy: 'changes',
  catchUp: 'latest',
  windowMs: 12 * HOUR,
  next: { due: DUE, slot: '2026-01-15' },
}
