/** Digests made and mended by talking, in English. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Rights, type Workspace, workspaceOf } from '../digest/command/place.ts'
import { allFacts } from './real-engine.ts'

const engine = allFacts()
const DAY = 86_400_000
let rights: Rights
let work: Workspace

beforeEach(async () => {
  rights = {
    manages: new Set(['ann C1', 'cat C1', 'ann C2']),
    zones: { ann: 'Asia/Shanghai', bob: 'Europe/Berlin' },
  }
  work = await workspaceOf(engine, rights)
  await work.enters()
})

const made = async (line = '/digest add new energy in Shandong, weekdays 9:00 Shanghai') => {
  await work.person('ann').says(line)
  return work.made()
}

describe('a person makes a digest', () => {
  test('in free text, and hears it back with the next three times', async () => {
    await work.person('ann').says('/digest add new energy in Shandong, weekdays 9:00 Shanghai')
    work.shouldSay(/Digest k1m2 is made/, /About: new energy, Shandong/, /Where: here/)
    work.shouldSay(/every weekday at 09:00, Asia\/Shanghai/, /only when something changed/)
    work.shouldSay(/Mon 23 Nov 2026, 09:00 \(01:00 UTC\) · Tue 24 Nov 2026, 09:00 .* · Wed 25 Nov 2026/)
    expect(await work.store.digests.get('k1m2')).toMatchObject({
      ...{
        about: 'lookup r:370000 i:new-energy',
        cron: '0 9 * * 1-5',
        zone: 'Asia/Shanghai',
        policy: 'changes',
      },
      ...{ owner: 'ann', place: { platform: 'slack', tenant: 'T1', id: 'C1' }, paused: null, locale: 'en' },
      next: { due: Date.UTC(2026, 10, 23, 1), slot: '2026-11-23' },
    })
  })

  test('with options, in the zone of the person, into another channel', async () => {
    await work
      .person('ann')
      .says('/digest add what: Jining when: monthly on the 1st where: #C2 policy: always')
    work.shouldSay(
      /Jining/,
      /on the 1st of the month at 09:00, Asia\/Shanghai/,
      /channel C2/,
      /Posts: always/,
    )
    expect(work.last().seenBy).toBe('asker')
  })

  test('about everything', async () => {
    await work.person('ann').says('/digest add everything, every Monday 08:30')
    work.shouldSay(/About: everything new/, /every Monday at 08:30/)
  })

  test('in a private message without any right, but not in the channel', async () => {
    const bob = work.person('bob')
    await bob.says('/digest add Jining weekdays 9:00')
    work.shouldSay(/Only people who may manage that channel/)
    await bob.says('/digest add Jining weekdays 9:00 where: me')
    work.shouldSay(/Where: a private message/, /Europe\/Berlin/, /\(08:00 UTC\)/)
  })

  test('at most five in private messages, counted where they are', async () => {
    const bob = work.person('bob', { place: 'Dbob', direct: true })
    for (let count = 0; count < 5; count++) await bob.says('/digest add Jining weekdays 9:00')
    work.shouldSay(/is made/)
    await bob.says('/digest add Jining weekdays 9:00')
    work.shouldSay(/You have 5 digests/)
    await work.person('bob').says('/digest add Jining weekdays 9:00 where: me')
    work.shouldSay(/You have 5 digests/)
    expect(await work.store.digests.list({ owner: 'bob' })).toHaveLength(5)
  })

  test('a guest may not, not even privately', async () => {
    await work.person('eve', { stranger: true }).says('/digest add Jining weekdays 9:00 Shanghai where: me')
    work.shouldSay(/may manage/)
    expect(await work.store.digests.list({})).toEqual([])
  })
})

describe('what is not clear is asked about, with an example', () => {
  test.each([
    ['/digest add Jining', /When should it be posted\? For example: \/digest add Jining, weekdays 9:00/],
    ['/digest add weekdays 9:00', /What should the digest be about\? For example/],
    ['/digest add blorb, weekdays 9:00', /I do not know "blorb"/],
    ['/digest add hello, weekdays 9:00', /no place, industry, indicator or company in "hello"/],
    ['/digest add Jining weekdays 9:00 where: #nowhere', /no place "#nowhere"/],
    ['/digest add Jining weekdays 9:00 policy: sometimes', /always, changes, changes-or-heartbeat/],
    ['/digest add', /needs a few words more/],
  ])('%s', async (line, answer) => {
    await work.person('ann').says(line)
    work.shouldSay(answer)
    expect(await work.store.digests.list({})).toEqual([])
  })

  test('which of two places of one name, and the choice made with a number or a button makes the digest', async () => {
    const ann = work.person('ann')
    await ann.says('/digest add Suzhou GDP, weekdays 9:00 Tokyo')
    work.shouldSay(/Which place/, /Suzhou, Jiangsu/, /Suzhou, Anhui/)
    await ann.says('2')
    work.shouldSay(/is made/, /Suzhou, Anhui/, /Asia\/Tokyo/)
    expect(await work.store.digests.list({})).toMatchObject([
      { about: 'lookup r:341300 n:gdp', cron: '0 9 * * 1-5' },
    ])
  })

  test('which zone, where the platform does not tell: a button goes on', async () => {
    const dan = work.person('dan', { place: 'Ddan', direct: true })
    await dan.says('/digest add Jining every Monday 8:30')
    work.shouldSay(/I do not know your time zone/)
    await dan.presses(work.button('Europe/London').query)
    work.shouldSay(/is made/, /every Monday at 08:30, Europe\/London/, /Mon 23 Nov 2026, 08:30 \(08:30 UTC\)/)
  })
})

describe('F31 bad zones and patterns are refused with a hint', () => {
  test.each([
    ['zone: UTC+8', /"UTC\+8" is a distance from UTC.* Asia\/Shanghai/],
    ['zone: EST', /"EST" is said of several.* America\/New_York/],
    ['zone: CST', /"CST" may be several time zones: /],
    ['zone: asia/shangai', /no time zone "asia\/shangai".* Asia\/Shanghai/],
    ['when: * * * * * *', /five fields.*; this has 6/],
    ['when: 0 9 31 2 *', /a day that never comes/],
    ['when: */0 * * * *', /"\*\/0" is not possible/],
    ['when: */5 * * * *', /every 5 minutes; at least 15 minutes/],
    ['when: every 5 hours', /cannot be kept as one schedule\. For example/],
    ['when: tomorrow', /names one moment/],
    [`when: ${'9'.repeat(10_000)}`, /too long for a time/],
  ])('%s', async (option, answer) => {
    const when = option.startsWith('zone') ? ' when: weekdays 9:00' : ''
    await work.person('ann').says(`/digest add what: Jining${when} ${option}`)
    work.shouldSay(answer)
    expect(await work.store.digests.list({})).toEqual([])
  })

  test.each([
    ['asia/shanghai', 'Asia/Shanghai'],
    ['PRC', 'Asia/Shanghai'],
    ['Asia/Beijing', 'Asia/Shanghai'],
    ['北京时间', 'Asia/Shanghai'],
  ])('zone %s -> %s', async (zone, kept) => {
    await work.person('ann').says(`/digest add what: Jining when: weekdays 9:00 zone: ${zone}`)
    work.shouldSay(kept)
    expect(await work.store.digests.list({})).toMatchObject([{ zone: kept }])
  })
})

describe('a digest is mended', () => {
  test('its time in free text; what it is about; where and how by name', async () => {
    const id = await made()
    const ann = work.person('ann')
    await ann.says(`/digest edit ${id} weekdays 10:00`)
    work.shouldSay(/is changed/, /every weekday at 10:00, Asia\/Shanghai/, /About: new energy, Shandong/)
    await ann.says(`/digest edit ${id} Jining, every Monday 8:00 New York`)
    work.shouldSay(/Jining/, /every Monday at 08:00, America\/New_York/)
    await ann.says(`/digest edit ${id} policy: always where: #C2`)
    work.shouldSay(/Posts: always/, /channel C2/)
    await ann.says(`/digest edit ${id}`)
    work.shouldSay(/What should change\?/)
    expect(await work.store.digests.get(id)).toMatchObject({
      ...{ about: 'summary r:370800', cron: '0 8 * * 1', zone: 'America/New_York', policy: 'always' },
      next: { due: Date.UTC(2026, 10, 23, 13) },
    })
  })

  test('paused, resumed, deleted and made again', async () => {
    const id = await made()
    const ann = work.person('ann')
    await ann.says(`/digest pause ${id}`)
    work.shouldSay(/is paused/)
    expect((await work.store.digests.get(id))?.paused).toBe('by its owner')
    await ann.says(`/digest pause ${id}`)
    work.shouldSay(/paused already/)
    work.passes(3 * DAY)
    await ann.says(`/digest resume ${id}`)
    work.shouldSay(/runs again/, /Next: Thu 26 Nov 2026, 09:00/)
    await ann.says(`/digest delete ${id}`)
    work.shouldSay(/is deleted/)
    expect(await work.store.digests.get(id)).toBe(null)
    await ann.presses(work.button('Make it again').query)
    work.shouldSay(/is made/, /new energy, Shandong/, /every weekday at 09:00/)
  })

  test('F32 two people change it at once: one of them hears that the other was first', async () => {
    const id = await made()
    const replies = await Promise.all([
      work.person('ann').says(`/digest pause ${id}`),
      work.person('cat').says(`/digest edit ${id} policy: always`),
    ])
    const refused = replies.filter(({ plain }) => /Somebody else has just changed it/.test(plain))
    expect(refused).toHaveLength(1)
    expect((await work.store.digests.get(id))?.rev).toBe(2)
  })
})

test('/help digest names every part of it', async () => {
  await work.person('ann').says('/help digest')
  work.shouldSay(
    /\/digest add <what>: make one/,
    /\/digest edit \[digest\] \[what\]/,
    /\/digest delete <digest>: end it/,
  )
})

describe('who may', () => {
  test('another may neither see nor change it; who manages the channel may', async () => {
    const id = await made()
    for (const verb of ['show', 'edit', 'pause', 'resume', 'run', 'preview', 'history', 'why', 'delete']) {
      await work.person('bob').says(`/digest ${verb} ${id}`)
      work.shouldSay(/There is no digest k1m2 that you may see/)
      await work.person('bob').presses(`/digest ${verb} ${id}`)
      work.shouldSay(/There is no digest k1m2 that you may see/)
    }
    expect(await work.store.digests.get(id)).toMatchObject({ paused: null, rev: 1 })
    await work.person('cat').says(`/digest pause ${id}`)
    work.shouldSay(/is paused/)
  })

  test('nobody of another workspace, not even its manager or one with the same id', async () => {
    const id = await made()
    for (const who of ['ann', 'boss'])
      for (const verb of [
        'list',
        'show',
        'edit',
        'pause',
        'resume',
        'run',
        'preview',
        'history',
        'why',
        'delete',
      ]) {
        await work.person(who, { tenant: 'T2' }).says(`/digest ${verb} ${verb === 'list' ? '' : id}`)
        work.shouldSay(/There is no digest|No digests yet/)
      }
  })

  test('an owner who lost the right may end it, but have nothing more posted', async () => {
    const id = await made()
    rights.manages.delete('ann C1')
    const ann = work.person('ann')
    await ann.says(`/digest run ${id}`)
    work.shouldSay(/Only people who may manage/)
    await ann.says(`/digest edit ${id} always`)
    work.shouldSay(/Only people who may manage/)
    await ann.says(`/digest pause ${id}`)
    work.shouldSay(/is paused/)
    await ann.presses(`/digest resume ${id}`)
    work.shouldSay(/Only people who may manage/)
    await ann.says(`/digest delete ${id}`)
    work.shouldSay(/is deleted/)
  })

  test('on Discord an owner acts from a private talk, which belongs to no server', async () => {
    const there = { platform: 'discord', tenant: 'G1' } as const
    const id = await work.person('ann', there).says('/digest add Jining weekdays 9:00').then(work.made)
    const alone = { platform: 'discord', tenant: null, place: 'Dann', direct: true } as const
    await work.person('ann', alone).presses(`/digest run ${id}`)
    work.shouldSay(/will be posted/)
    await work.person('bob', { ...alone, place: 'Dbob' }).presses(`/digest run ${id}`)
    work.shouldSay(/There is no digest/)
  })
})

describe('looking', () => {
  test('the list, one of them, its history; ids and zones complete', async () => {
    const ann = work.person('ann')
    await ann.says('/digest list')
    work.shouldSay(/No digests yet\. Make one: \/digest add/)
    const id = await made()
    await ann.says('/digest list')
    work.shouldSay(
      /k1m2: new energy, Shandong · every weekday at 09:00, Asia\/Shanghai · here · next Mon 23 Nov/,
    )
    await ann.says('/digest show')
    work.shouldSay(/Made by you/, /Nothing posted yet/)
    await ann.says(`/digest history ${id}`)
    work.shouldSay(/No run yet/)
    expect(await work.completes({ kind: 'digest', typed: 'shand', locale: 'en' }, 'ann')).toEqual([id])
    expect(await work.completes({ kind: 'digest', typed: '', locale: 'en' }, 'bob')).toEqual([])
    expect(await work.completes({ kind: 'zone', typed: '北京', locale: 'zh' }, 'ann')).toEqual([
      'Asia/Shanghai',
    ])
    expect(await work.completes({ kind: 'zone', typed: 'new y', locale: 'en' }, 'ann')).toContain(
      'America/New_York',
    )
  })

  test('without an id the only one is meant, but not to delete it', async () => {
    await made()
    await work.person('ann').says('/digest why')
    work.shouldSay(/1\. Due\?/)
    await work.person('ann').says('/digest delete')
    work.shouldSay(/needs a few words more/)
    expect(await work.store.digests.list({})).toHaveLength(1)
  })

  test('run now is one run, also when pressed twice within a second', async () => {
    const id = await made()
    await work.person('ann').says(`/digest run ${id}`)
    await work.person('ann').says(`/digest run ${id}`)
    const runs = await work.store.digests.history(id, 10)
    expect(runs.map(({ state }) => state)).toEqual(['due'])
    await work.person('ann').says(`/digest why ${id}`)
    work.shouldSay(/Yes: the run of Mon 23 Nov 2026, 08:00 waits to be posted/)
  })

  test('a run of which nobody knows whether it arrived is posted again by its own id, once', async () => {
    const id = await made()
    await work.person('ann').says(`/digest run ${id}`)
    const claim = (await work.store.digests.claim('w', { leaseMs: 1_000, platforms: ['slack'] }))!
    await work.store.digests.settle(claim, 'unknown', 'no answer')
    await work.person('bob').presses(`/digest run ${claim.occurrenceId}`)
    work.shouldSay(/There is no digest/)
    await work.person('ann').presses(`/digest run ${claim.occurrenceId}`)
    work.shouldSay(/due Mon 23 Nov 2026, 08:00 will be posted again/)
    await work.person('ann').presses(`/digest run ${claim.occurrenceId}`)
    work.shouldSay(/not open any more/)
  })

  test('why names each stage, preview shows what would be said to the asker alone', async () => {
    const id = await made()
    const ann = work.person('ann')
    expect('plain' in ((await work.posts(id)) as object)).toBe(true)
    work.passes(DAY)
    await ann.says(`/digest preview ${id}`)
    work.shouldSay(/Nothing would be posted now/)
    expect(await work.posts(id)).toBe('no-change')
    await ann.says(`/digest why ${id}`)
    work.shouldSay(
      /1\. Due\?\n- Not now; next Mon 23 Nov/,
      /Nothing changed in the base since Mon 23 Nov 2026, 08:00/,
    )
    work.shouldSay(/Nothing: it posts only changes/, /Tue 24 Nov 2026, 08:00: skipped, nothing changed/)
    await ann.says(`/digest edit ${id} policy: always`)
    await ann.says(`/digest preview ${id}`)
    work.shouldSay(/shown to you alone/, /Nothing new since Mon 23 Nov 2026/, /#1 Shandong/)
    expect(work.last().seenBy).toBe('asker')
  })
})
