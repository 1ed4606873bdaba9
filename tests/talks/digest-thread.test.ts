/** What a digest says, and questions in its thread. */
import { beforeEach, describe, expect, test } from 'vitest'
import { conversationOf } from '../../src/adapters/slack/messages.ts'
import { readLineAsked } from '../../src/bot/digest-thread.ts'
import { type Workspace, workspaceOf } from '../digest/command/place.ts'
import { allFacts } from './real-engine.ts'

const engine = allFacts()
const PARK = 'dongying-2025-07-15/offshore-wind-investment-park-2025-07'
const DAY = 86_400_000
let work: Workspace

beforeEach(async () => {
  work = await workspaceOf(engine, { manages: new Set(['ann C1']), zones: { ann: 'Asia/Shanghai' } })
})
const thread = (post: number, who = 'bob') => work.person(who, { conversation: `T1:C1:1700.${post}` })

describe("in a digest's thread", () => {
  beforeEach(async () => {
    await work.enters()
    await work.person('ann').says('/digest add Dongying offshore wind investment, weekdays 9:00')
    await work.posts('k1m2')
  })

  test('anybody asks for the source of a line, the line, another year', async () => {
    await thread(1).says('source of 2?')
    work.shouldSay(/48 billion yuan/, /11 April 2023/)
    work.shouldNotSay(/28 billion/)
    await thread(1).says('where is 2 from?')
    work.shouldSay(/11 April 2023/)
    await thread(1).says('#1')
    work.shouldSay(/investment 28 billion yuan/)
    await thread(1).says('and 2023?')
    work.shouldSay(/24\.8 billion yuan/)
  })

  test('a question as the first word leans on what the digest is about', async () => {
    await thread(1).says('and in 2023?')
    work.shouldSay(/24\.8 billion yuan/)
    await thread(1, 'cat').says('Qingdao GDP growth 2019')
    work.shouldSay(/Qingdao/)
  })

  test('a number that no line has is a question like any other', async () => {
    await thread(1).says('source of 9?')
    work.shouldNotSay(/48 billion/)
  })

  test('a thread on Slack ends with the id of the post it hangs on', () => {
    expect(conversationOf('T1', 'C1', '1700.1').endsWith(':1700.1')).toBe(true)
  })

  test('elsewhere, and in another workspace, nothing is known of it', async () => {
    for (const where of [
      {},
      { conversation: 'T1:C1:1700.2' },
      { tenant: 'T2', conversation: 'T2:C1:1700.1' },
    ]) {
      await work.person('bob', where).says('source of 2?')
      work.shouldNotSay(/48 billion/)
    }
  })

  test('a line that was withdrawn since is said to be', async () => {
    await work.store.digests.addRun('k1m2', {
      id: 'k1m2@x',
      due: work.now() + 1,
      slot: 'x',
      nonce: 'x',
      notBefore: work.now(),
    })
    const claim = (await work.store.digests.claim('w', { leaseMs: 1_000, platforms: ['slack'] }))!
    const said = JSON.stringify({ about: 'lookup r:370500', lines: ['gone/fact'] })
    await work.store.digests.freeze(claim, { place: claim.occurrence.place, body: 'b', said })
    await work.store.digests.confirm(claim, '1800.1')
    await work.person('bob', { conversation: 'T1:C1:1800.1' }).says('#1')
    work.shouldSay(/not in the base any more/)
  })
})

describe('what changed is told once', () => {
  test('new, then revised from an old value, then nothing', async () => {
    await work.enters((fact) => (fact.id === PARK ? null : fact))
    await work.person('ann').says('/digest add Dongying offshore wind investment, weekdays 9:00 Shanghai')
    expect(await work.posts('k1m2')).toMatchObject({ plain: expect.stringMatching(/What is known now/) })
    work.passes(DAY)
    await work.enters((fact) =>
      fact.id === PARK ? { ...fact, quantity: { ...fact.quantity!, value: 26e9 } } : fact,
    )
    work.passes(DAY)
    await work.enters()
    await work.person('ann').says('/digest why k1m2')
    work.shouldSay(/1 fact changed in the base; 1 of them is about this/, /1 change, 1 standing figure\./)
    const posted = await work.posts('k1m2')
    expect(posted).toMatchObject({
      plain: expect.stringMatching(
        /#1 Dongying, .*investment 28 billion yuan.*\[1\] Before: 2023: 24\.8 billion yuan \[2\]/,
      ),
    })
    work.passes(DAY)
    expect(await work.posts('k1m2')).toBe('no-change')
    await work.person('ann').says('/digest history k1m2')
    work.shouldSay(/Thu 26 Nov 2026, 08:00: skipped, nothing changed/, /Wed 25 Nov 2026, 08:00: posted/)
    await work.person('ann').says('/digest show k1m2 2')
    work.shouldSay(/Lines of the digest of Wed 25 Nov/, /#2 Dongying.*planned investment 48 billion yuan/)
    work.shouldNotSay(/#1/)
  })
})

describe('which line is meant', () => {
  test.each([
    ['2', 2, 'itself'],
    ['#2', 2, 'itself'],
    ['and 2?', 2, 'itself'],
    ['第2条呢', 2, 'itself'],
    ['source of 2?', 2, 'source'],
    ["what's the source of #2", 2, 'source'],
    ['where does line 2 come from?', 2, 'source'],
    ['2的来源', 2, 'source'],
    ['第2条的出处在哪里？', 2, 'source'],
    ['line 2 in 2022?', 2, { rest: 'in 2022?' }],
    ['第2条 2022年呢', 2, { rest: '2022年呢' }],
  ])('%s', (text, line, asks) => {
    expect(readLineAsked(text, 3)).toEqual({ line, asks })
  })

  test.each([
    '4',
    '0',
    'source of 4',
    'and 2022?',
    'GDP 2023',
    'top 2 GDP',
    'source of 2022',
    '2022年呢',
    'x'.repeat(90),
  ])('none: %s', (text) => {
    expect(readLineAsked(text, 3)).toBe(null)
  })
})
