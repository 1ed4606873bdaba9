/** What owners are told, who may have something posted, and the console as a place. */
import { describe, expect, test } from 'vitest'
import { createConsolePoster } from '../../../src/adapters/console/poster.ts'
import type { Poster } from '../../../src/chat/platform.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import type { Notice } from '../../../src/digest/content-port.ts'
import { createMayPost } from '../../../src/digest/may-post.ts'
import { createNoticeWords } from '../../../src/digest/notice-words.ts'
import { wayOut } from '../../../src/digest/notices.ts'
import { Vocabulary } from '../../../src/facts/vocabulary.ts'

const vocabulary = new Vocabulary({
  regions: [
    {
      code: '370000',
      en: 'Shandong',
      zh: '山东省',
      short: '山东',
      pinyin: 'shandong',
      parent: null,
      level: 'province',
      aliases: [],
    },
  ],
})
const word = createNoticeWords(vocabulary)
const place = { platform: 'slack', tenant: 'T1', id: 'C1' } as const
const common = {
  owner: { platform: 'slack', tenant: 'T1', id: 'U1' } as const,
  digest: { id: 'k7m2', place, about: 'summary r:370000', zone: 'Asia/Shanghai' },
  dueAt: Date.UTC(2026, 10, 23, 1),
  reason: 'channel_not_found',
}

describe('F22 the owner is told', () => {
  const cases: [string, Notice, RegExp[], RegExp[]][] = [
    [
      'of a failure',
      { ...common, kind: 'failed', dues: 2, mostDues: 3, wayOut: [wayOut('history', 'k7m2')] },
      [
        /The digest "Shandong" due Mon 23 Nov 2026, 09:00 could not be posted\. That is failure 2 of 3/,
        /Reason: the channel is gone, or I cannot see it \(channel_not_found\)/,
      ],
      [
        /应于 2026年11月23日（周一）09:00 发出的简报“山东省”没有发出（连续第 2 次，满 3 次将停止）/,
        /原因：频道已不存在，或我看不到它（channel_not_found）/,
      ],
    ],
    [
      'that it stopped',
      { ...common, kind: 'stopped', why: 'refused', wayOut: [wayOut('resume', 'k7m2')] },
      [/is paused now/],
      [/现已暂停/],
    ],
    [
      'that the right is lost',
      { ...common, kind: 'stopped', why: 'mayNot', wayOut: [] },
      [/you may no longer have digests posted/],
      [/您已不能让简报发到该频道/],
    ],
    [
      'that nobody knows',
      {
        ...common,
        kind: 'unknown',
        occurrence: 'k7m2@2026-11-23',
        wayOut: [wayOut('post-now', 'k7m2@2026-11-23')],
      },
      [/I do not know whether/],
      [/不确定/],
    ],
  ]
  test.each(cases)('%s', (_, notice, en, zh) => {
    for (const pattern of en) expect(word(notice, 'en').plain).toMatch(pattern)
    for (const pattern of zh) expect(word(notice, 'zh').plain).toMatch(pattern)
  })

  test('with a button for what to do', () => {
    const { parts } = word(cases[3]![1], 'en')
    expect(parts.at(-1)).toMatchObject({
      items: [{ label: 'Post now', query: '/digest run k7m2@2026-11-23' }],
    })
    expect(word(cases[2]![1], 'en').parts.some(({ kind }) => kind === 'buttons')).toBe(false)
  })
})

describe('who may have something posted, before each post', () => {
  const poster = {
    mayManage: async ({ id }: { id: string }) => id === 'admin',
    direct: async ({ id, tenant }: { id: string; tenant: string | null }) => ({
      platform: 'slack',
      tenant,
      id: `D${id}`,
    }),
  } as unknown as Poster
  const mayPost = createMayPost({
    digestManagers: ['boss'],
    poster: (name) => (name === 'slack' ? poster : undefined),
  })
  const person = (id: string, platform: 'slack' | 'discord' = 'slack') => ({ platform, tenant: 'T1', id })

  test.each([
    ['admin', 'C1', true],
    ['boss', 'C1', true],
    ['ann', 'C1', false],
    ['ann', 'Dann', true],
    ['ann', 'Dbob', false],
  ])('%s in %s: %s', async (who, id, may) => {
    expect(await mayPost(person(who), { ...place, id })).toBe(may)
  })

  test('only in workspaces that are listed, where some are; the console always', async () => {
    const listed = (tenants: readonly string[]) =>
      createMayPost({ tenants, digestManagers: ['boss'], poster: () => poster })
    expect(await listed(['T1'])(person('boss'), { ...place, tenant: 'T1' })).toBe(true)
    expect(await listed(['T2'])(person('boss'), { ...place, tenant: 'T1' })).toBe(false)
    expect(await listed(['T2'])(person('ann'), { ...place, tenant: null, id: 'Dann' })).toBe(false)
    const here = { platform: 'console', tenant: null, id: 'you' } as const
    expect(await listed(['T2'])(here, here)).toBe(true)
  })

  test('never on another platform, or one that is not connected', async () => {
    expect(await mayPost(person('boss', 'discord'), place)).toBe(false)
    expect(await mayPost(person('boss', 'discord'), { ...place, platform: 'discord' })).toBe(false)
  })
})

describe('the console as a place', () => {
  test('a digest is shown, and found to be accepted', async () => {
    const shown: Reply[] = []
    const poster = createConsolePoster({ show: (reply) => shown.push(reply), zone: 'Asia/Tokyo' })
    const reply: Reply = {
      parts: [{ kind: 'text', text: 'news' }],
      plain: 'news',
      locale: 'en',
      seenBy: 'everyone',
    }
    const key = { id: 'k7m2@2026-11-23', nonce: 'n' }
    const here = await poster.direct({ platform: 'console', tenant: null, id: 'you' })
    expect(await poster.post(here, poster.render(reply, key), key)).toEqual({
      outcome: 'accepted',
      id: key.id,
    })
    expect(shown).toEqual([reply])
    const you = { platform: 'console', tenant: null, id: 'you' } as const
    expect(await poster.zoneOf(you)).toBe('Asia/Tokyo')
    expect(await poster.mayManage(you, here)).toBe(true)
    expect(await poster.mayManage(you, place)).toBe(false)
  })
})
