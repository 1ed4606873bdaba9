/** One person's turn with the digests: what may be seen and done in it, decided anew on every entry. */
import type { Answer } from '../answer/answer.ts'
import type { Incoming } from '../chat/incoming.ts'
import type { Person, Place, Poster } from '../chat/platform.ts'
import type { Part, Reply } from '../chat/reply.ts'
import type { Fact } from '../facts/fact.ts'
import type { Query } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import type { Understanding } from '../understand/understanding.ts'
import { plainText } from '../wording/plain.ts'
import type { Contents } from './content.ts'
import type { Digest, DigestStore } from './digest-store.ts'
import { mayBeDirect } from './may-post.ts'
import { WORDS } from './words.ts'
import type { DigestWords } from './words-en.ts'

export interface DigestsDeps {
  store: DigestStore
  contents: Contents
  vocabulary: Vocabulary
  read(text: string, how: { now: Date; locale: 'en' | 'zh' }): Understanding
  answer(understanding: Understanding): Answer
  agreeing(query: Query): readonly Fact[]
  /** Of a platform that is connected. */
  poster(platform: Incoming['platform']): Poster | undefined
  /** The rule of bot/permissions.ts. Rejects where the platform cannot be asked. */
  mayManage(turn: Incoming, place: Place): Promise<boolean>
  /** A fresh short id that a person can type. */
  newId(): string
}

export const DIGEST_VERBS = [
  'add',
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
] as const
export type DigestVerb = (typeof DIGEST_VERBS)[number]

export type Values = Readonly<Record<string, string | undefined>>

export interface Asked {
  turn: Incoming
  locale: 'en' | 'zh'
}

export class Asking {
  readonly deps: DigestsDeps
  readonly turn: Incoming
  readonly locale: 'en' | 'zh'
  readonly words: DigestWords

  constructor(deps: DigestsDeps, turn: Incoming, locale: 'en' | 'zh') {
    this.deps = deps
    this.turn = turn
    this.locale = locale
    this.words = WORDS[locale]
  }

  get person(): Person {
    const { platform, tenant, author } = this.turn
    return { platform, tenant: tenant ?? null, id: author }
  }

  get poster(): Poster | undefined {
    return this.deps.poster(this.turn.platform)
  }

  /** Where this is said. */
  get here(): Place {
    const { platform, tenant, place } = this.turn
    return { platform, tenant: tenant ?? null, id: place ?? 'console' }
  }

  now(): Promise<number> {
    return this.deps.store.now()
  }

  reply(parts: readonly Part[], seenBy: Reply['seenBy'] = 'asker'): Reply {
    return { parts, plain: plainText(parts, this.locale), locale: this.locale, seenBy }
  }

  refuse(text: string, ...more: readonly Part[]): Reply {
    return this.reply([{ kind: 'text', text }, ...more])
  }

  /** Seen by everyone only where the digest itself is. */
  openly(digest: Pick<Digest, 'place'>, parts: readonly Part[]): Reply {
    return this.reply(parts, isSamePlace(digest.place, this.here) ? 'everyone' : 'asker')
  }

  /** Its owner, in the digest's own workspace or in a private talk with the bot. */
  owns({ place, owner }: Digest): boolean {
    const { platform, tenant, author, direct } = this.turn
    if (platform === 'console') return place.platform === 'console'
    if (place.platform !== platform || owner !== author) return false
    if (place.tenant === (tenant ?? null)) return true
    // a person on Discord is the same in all servers, and private talks there belong to none
    return platform === 'discord' && (direct === true || place.tenant === null)
  }

  async maySee(digest: Digest): Promise<boolean> {
    return this.owns(digest) || (await this.deps.mayManage(this.turn, digest.place))
  }

  /** Whether this person may, now, have something posted there: an owner may have lost the right. */
  async mayPost(digest: Digest): Promise<boolean> {
    const { turn, deps } = this
    if (await deps.mayManage(turn, digest.place)) return true
    if (!this.owns(digest)) return false
    const { tenant: _, direct: __, ...there } = turn
    const tenant = digest.place.tenant
    if (await deps.mayManage(tenant === null ? there : { ...there, tenant }, digest.place)) return true
    return mayBeDirect(digest.place) && (await this.poster?.direct(this.person))?.id === digest.place.id
  }

  /** The one that is meant, where this person may see it. Without an id: the only one. null: there is none such. */
  async meant(id: string | undefined, does: DigestVerb): Promise<Digest | null> {
    const name = idOf(id)
    if (name === '') {
      const visible = await this.visible()
      return visible.length === 1 && !GRAVE.has(does) ? visible[0]! : null
    }
    const digest = await this.deps.store.get(name)
    return digest !== null && (await this.maySee(digest)) ? digest : null
  }

  async whichOne(id: string | undefined): Promise<string> {
    const name = idOf(id)
    if (name !== '') return this.words.notThere(name)
    return this.words.which((await this.visible()).map((digest) => digest.id).join(', '))
  }

  /** Those of this place, for who may manage it, and this person's own. */
  async visible(): Promise<Digest[]> {
    const { store } = this.deps
    const { platform, author } = this.turn
    const isConsole = platform === 'console'
    const own = await store.list(isConsole ? { platform } : { platform, owner: author })
    const there = await store.list({ platform, tenant: this.here.tenant, place: this.here.id })
    const mayManage =
      there.some((digest) => !this.owns(digest)) && (await this.deps.mayManage(this.turn, this.here))
    const seen = [...own.filter((digest) => this.owns(digest)), ...(mayManage ? there : [])]
    return [...new Map(seen.map((digest) => [digest.id, digest])).values()]
  }

  /** Changes a digest as it was read; somebody may have been first. */
  async change(digest: Digest, change: Parameters<DigestStore['change']>[2]): Promise<Digest | Reply> {
    const changed = await this.deps.store.change(digest.id, digest.rev, change)
    if (changed === 'gone') return this.refuse(this.words.notThere(digest.id))
    if (changed === 'changed-meanwhile') return this.refuse(this.words.changedMeanwhile)
    return changed
  }
}

export const isReply = (what: object): what is Reply => 'parts' in what

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.platform === b.platform && a.tenant === b.tenant && a.id === b.id

/** Of an occurrence (it holds an '@') the digest's. */
const idOf = (id: string | undefined): string =>
  (id ?? '').trim().split(/[\s@]/, 1)[0]!.toLowerCase().slice(0, 40)

export const BY_PERSON = 'by its owner'
/** Not done to "the only one": it is to be named. */
const GRAVE: ReadonlySet<DigestVerb> = new Set(['delete', 'edit'])
