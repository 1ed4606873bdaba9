/** A workspace in which people make digests by talking: the real facts, a store in memory, a platform that says who may what. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { silentLog } from '../../../src/base/log.ts'
import { createBot } from '../../../src/bot/bot.ts'
import type { Engine } from '../../../src/bot/engine.ts'
import { createPermissions } from '../../../src/bot/permissions.ts'
import type { Completion } from '../../../src/chat/desk.ts'
import type { Incoming, PlatformName } from '../../../src/chat/incoming.ts'
import type { Poster } from '../../../src/chat/platform.ts'
import type { Button, Reply } from '../../../src/chat/reply.ts'
import { typedCommand } from '../../../src/chat/typed-command.ts'
import { createContents } from '../../../src/digest/content.ts'
import { createDigests } from '../../../src/digest/digests.ts'
import { contentOf, contentsOf } from '../../../src/digest/fact-content.ts'
import type { FactContent } from '../../../src/digest/known-facts.ts'
import type { Fact } from '../../../src/facts/fact.ts'
import { openStore, type Store } from '../../../src/store/index.ts'

/** Monday 23 November 2026, 08:00 in Shanghai, midnight in UTC. */
const NOW = Date.UTC(2026, 10, 23)

export interface Somebody {
  /** Types a line; a '/command' is one. */
  says(line: string): Promise<Reply>
  presses(line: string): Promise<Reply>
}

export interface Workspace {
  store: Store
  person(id: string, where?: Partial<Where>): Somebody
  completes(
    asked: Omit<Completion, 'by' | 'limit'>,
    id: string,
    where?: Partial<Where>,
  ): Promise<readonly string[]>
  last(): Reply
  shouldSay(...words: (string | RegExp)[]): void
  shouldNotSay(...words: (string | RegExp)[]): void
  button(label: string | RegExp): Button
  /** The id of the digest made last. */
  made(): string
  passes(ms: number): void
  now(): number
  /** The base as it is entered now: of some facts what they were, without others. */
  enters(change?: (fact: Fact) => Fact | null): Promise<void>
  /** Posts what is due, as a runner would; what was posted. */
  posts(digestId: string): Promise<Reply | 'no-change'>
}

interface Where {
  platform: PlatformName
  tenant: string | null
  place: string
  direct: boolean
  stranger: boolean
  conversation: string
  locale: 'en' | 'zh'
}

export interface Rights {
  /** Who may manage which channel: 'U1 C1'. */
  manages: Set<string>
  zones: Record<string, string | null>
}

export async function workspaceOf(engine: Engine, rights: Rights): Promise<Workspace> {
  let now = NOW
  let reply: Reply | undefined
  let asked = ''
  let posts = 0
  const store = await openStore(
    { kind: 'sqlite', file: join(mkdtempSync(join(tmpdir(), 'digests-')), 'store.db') },
    { clock: () => now, log: silentLog },
  )
  const posterOf = (platform: PlatformName): Poster => ({
    platform,
    render: (shown) => JSON.stringify(shown),
    post: async () => ({ outcome: 'accepted', id: 'x' }),
    find: async () => ({ found: false }),
    tell: async () => ({ outcome: 'accepted', id: 'x' }),
    mayManage: async ({ id }, place) => rights.manages.has(`${id} ${place.id}`),
    zoneOf: async ({ id }) => rights.zones[id] ?? null,
    direct: async ({ id, tenant }) => ({
      platform,
      tenant: platform === 'discord' ? null : tenant,
      id: `D${id}`,
    }),
    placeNamed: async (text, { tenant }) => {
      const name = /^(?:<#)?#?(C\d)/.exec(text)?.[1]
      return name === undefined ? null : { platform, tenant, id: name }
    },
  })
  const posters = { slack: posterOf('slack'), discord: posterOf('discord'), console: posterOf('console') }
  const permissions = createPermissions({
    ...{ tenants: [], strangers: true, digestManagers: ['boss'] },
    posters: (platform) => posters[platform],
  })
  const contents = createContents({ ...engine, knownFacts: store.knownFacts })
  let ids = 0
  const digests = createDigests({
    ...{ store: store.digests, contents, vocabulary: engine.vocabulary, agreeing: engine.agreeing },
    ...{ read: engine.read, answer: engine.answer, mayManage: permissions.mayManage },
    poster: (platform) => posters[platform],
    newId: () => `k${++ids}m2`,
  })
  const bot = createBot(engine, {
    ...{ commands, log: silentLog, reference: () => 'XYZ234', since: NOW, digests, permissions },
  })
  const whereOf = (where: Partial<Where>): Where => ({
    ...{
      platform: 'slack' as const,
      tenant: 'T1',
      place: 'C1',
      direct: false,
      stranger: false,
      locale: 'en' as const,
    },
    ...{ conversation: `T1:${where.place ?? 'C1'}` },
    ...where,
  })
  const turnOf = (author: string, where: Where): Incoming => ({
    ...{ platform: where.platform, conversation: where.conversation, author, at: now, locale: where.locale },
    ...(where.tenant === null ? {} : { tenant: where.tenant }),
    ...(where.platform === 'console' ? {} : { place: where.place }),
    ...(where.direct ? { direct: true } : {}),
    ...(where.stranger ? { stranger: true } : {}),
    said: { kind: 'text', text: '' },
  })
  const said = () => reply ?? expect.fail('nobody has said anything yet')
  const context = () => `"${asked}" was answered with:\n${said().plain}\n`

  return {
    store,
    person: (id, where = {}) => {
      const hear = async (line: string, what: Incoming['said']) => {
        asked = line
        reply = await bot.hear({ ...turnOf(id, whereOf(where)), said: what })
        return reply
      }
      return {
        says: (line) => hear(line, typedCommand(line, commands) ?? { kind: 'text', text: line }),
        presses: (line) => hear(line, { kind: 'query', line }),
      }
    },
    async completes(what, id, where = {}) {
      const by = turnOf(id, whereOf(where))
      return (await digests.complete({ ...what, limit: 10, by })).map(({ value }) => value)
    },
    last: said,
    shouldSay(...words) {
      for (const word of words) expect(said().plain, context()).toMatch(word)
    },
    shouldNotSay(...words) {
      for (const word of words) expect(said().plain, context()).not.toMatch(word)
    },
    button(label) {
      const items = said().parts.flatMap((part) => (part.kind === 'buttons' ? part.items : []))
      return (
        items.find((item) => item.label.match(label)) ?? expect.fail(`no button "${label}": ${context()}`)
      )
    },
    made: () => /\bk\d+m2\b/.exec(said().plain)?.[0] ?? expect.fail(`no digest was made: ${context()}`),
    passes(ms) {
      now += ms
    },
    now: () => now,
    async enters(change = (fact) => fact) {
      const facts: FactContent[] = []
      for (const { id, content } of contentsOf(engine.base)) {
        const fact = engine.base.byId(id)!
        const changed = change(fact)
        if (changed === null) continue
        facts.push({
          id,
          content: changed === fact ? content : contentOf(changed, engine.base.sourceOf(fact)),
        })
      }
      await store.knownFacts.enter(facts)
    },
    async posts(digestId) {
      const digest = (await store.digests.get(digestId))!
      const slot = `test ${++posts}`
      const id = `${digestId}@${slot}`
      await store.digests.addRun(digestId, { id, due: now, slot, nonce: `n${posts}`, notBefore: now })
      const claim = (await store.digests.claim('w', { leaseMs: 60_000, platforms: [digest.place.platform] }))!
      const last = await store.digests.lastSent(digestId, now)
      const content = await contents.make(digest, { dueAt: now, now, skipped: 0, last, late: false })
      if ('nothing' in content) {
        await store.digests.settle(claim, 'skipped', 'no change')
        return 'no-change'
      }
      await store.digests.freeze(claim, { place: digest.place, body: 'b', said: content.says })
      await store.digests.confirm(claim, `1700.${posts}`)
      return content.reply
    },
  }
}
