/** Standing posts: one attempt each, and a look whether an earlier one arrived. Slack has no key that would make a post safe to repeat. */
import { z } from 'zod'
import type { Clock } from '../../base/clock.ts'
import type { Found, Person, Place, Posted, Poster, PostKey } from '../../chat/platform.ts'
import type { Reply } from '../../chat/reply.ts'
import { AS_WRITTEN } from './answers.ts'
import type { Clients, Values } from './clients.ts'
import { type Outcome, PAYLOAD_ERRORS, PLACE_ERRORS } from './outcome.ts'
import type { People } from './people.ts'
import type { Places } from './places.ts'
import type { Identity } from './receive.ts'
import { render } from './render.ts'
import type { Threads } from './threads.ts'

export interface PosterOptions {
  clients: Clients
  people: People
  places: Places
  threads: Pick<Threads, 'posted'>
  clock: Clock
  commands: readonly string[]
  me: () => Identity | null
}

export function createPoster(options: PosterOptions): Poster {
  const { clients, people, places, threads, clock, commands, me } = options
  const placeOf = (id: string, tenant: string | null): Place => ({
    platform: 'slack',
    tenant: tenant ?? me()?.team ?? null,
    id,
  })

  async function post(channel: string, body: Values): Promise<Posted> {
    const send = (values: Values) =>
      clients.call('standing', 'chat.postMessage', { channel, ...values, ...AS_WRITTEN })
    const outcome = await send(body)
    if (outcome.outcome !== 'refused' || !PAYLOAD_ERRORS.has(outcome.error)) return postedOf(outcome)
    // certainly not there; the words alone are another message
    const { blocks: _, ...words } = body
    return postedOf(await send(words))
  }

  return {
    platform: 'slack',

    render(reply: Reply, key: PostKey) {
      const { text, blocks } = render(reply, { commands })
      return JSON.stringify({ text, blocks, metadata: { event_type: EVENT, event_payload: { occ: key.id } } })
    },

    async post(place, body) {
      const posted = await post(place.id, BODY.parse(JSON.parse(body)))
      if (posted.outcome === 'accepted') threads.posted(place.id, posted.id)
      return posted
    },

    async find(place, key, since): Promise<Found> {
      const early = since + SHOWN_AFTER - clock()
      if (early > 0) return { found: 'unknown', reason: 'too_early', waitMs: early }
      const own = me()
      let cursor: string | undefined
      for (let page = 0; page < MOST_PAGES; page++) {
        const outcome = await clients.call('standing', 'conversations.history', {
          channel: place.id,
          oldest: ((since - MARGIN) / 1_000).toFixed(6),
          include_all_metadata: true,
          limit: PAGE,
          ...(cursor === undefined ? {} : { cursor }),
        })
        if (outcome.outcome !== 'accepted') return notSeen(outcome)
        const read = HISTORY.safeParse(outcome.result)
        if (!read.success) return { found: 'unknown', reason: 'unreadable_answer' }
        const { messages, response_metadata: more } = read.data
        const hit = messages.find(
          ({ metadata, user, bot_id: bot }) =>
            metadata?.event_type === EVENT &&
            metadata.event_payload?.occ === key.id &&
            // anybody's app may write such metadata
            own !== null &&
            (user === own.user || (bot !== undefined && bot === own.botId)),
        )
        if (hit !== undefined) {
          threads.posted(place.id, hit.ts)
          return { found: true, id: hit.ts }
        }
        cursor = more?.next_cursor
        if (cursor === undefined || cursor === '') return { found: false }
      }
      return { found: 'unknown', reason: 'too_many_messages' }
    },

    tell: (person, reply) => post(person.id, { ...render(reply, { commands }) }),

    async mayManage(person, place) {
      const [somebody, member] = await Promise.all([
        people.now(person.id),
        places.isMember(person.id, place.id),
      ])
      return somebody?.admin === true && !somebody.stranger && member
    },

    async zoneOf(person: Person) {
      return (await people.of(person.id)).zone ?? null
    },

    async direct(person) {
      return placeOf(await places.direct(person.id), person.tenant)
    },

    async placeNamed(text, by) {
      const id = await places.named(text, by.id)
      return id === null ? null : placeOf(id, by.tenant)
    },

    async nameOf(what) {
      if ('place' in what) return places.nameOf(what.place.id)
      return (await people.of(what.person.id)).name ?? null
    },
  }
}

function postedOf(outcome: Outcome<Values>): Posted {
  if (outcome.outcome === 'accepted') return { outcome: 'accepted', id: String(outcome.result.ts ?? '') }
  if (outcome.outcome === 'unclear') return outcome
  const { error: reason, waitMs } = outcome
  const permanent = PLACE_ERRORS.has(reason)
  return { outcome: 'refused', reason, permanent, ...(waitMs === undefined ? {} : { waitMs }) }
}

function notSeen(outcome: Exclude<Outcome<unknown>, { outcome: 'accepted' }>): Found {
  if (outcome.outcome === 'unclear') return { found: 'unknown', reason: outcome.reason }
  const { error: reason, waitMs } = outcome
  return { found: 'unknown', reason, ...(waitMs === undefined ? {} : { waitMs }) }
}

/** What our posts are known by. */
const EVENT = 'gazetteer_digest'
const BODY = z.record(z.string(), z.unknown())
const HISTORY = z.looseObject({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      user: z.string().optional(),
      bot_id: z.string().optional(),
      metadata: z
        .looseObject({
          event_type: z.string(),
          event_payload: z.looseObject({ occ: z.unknown() }).optional(),
        })
        .optional(),
    }),
  ),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
})
/** How soon history shows a post is not documented: before this, not finding it says nothing. */
const SHOWN_AFTER = 10_000
const MARGIN = 5_000
const PAGE = 100
const MOST_PAGES = 10
