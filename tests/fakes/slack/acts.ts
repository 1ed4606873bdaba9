/** What a person did, and what they get to see of it. */
import type { Receipt } from './delivery.ts'
import type { Desk } from './desk.ts'
import { type Shown, shownOf } from './shown.ts'
import { after } from './timestamps.ts'
import type { Channel, Message, User, View } from './workspace.ts'

export interface Wait {
  /** Waits for words that match, in a new message or a changed one. */
  matching?: string | RegExp
  /** Milliseconds by the machine's clock, whatever clock the stand-in runs on; 5,000 unless said. */
  within?: number
}

export interface Act {
  /** The moment, as a `ts`. */
  at: string
  /** Whether the bot acknowledged it, and after how many deliveries; several where one act sets off several events. */
  delivered: Promise<Receipt[]>
  /** The first thing the bot has shown since, or shows: a new message or a changed one. Rejects when nothing comes. */
  answer(wait?: Wait): Promise<Shown>
  /** All the bot has shown since, oldest first, as it now stands. */
  answers(): Shown[]
  /** The modal on the person's screen that was opened or changed since. */
  view(wait?: Pick<Wait, 'within'>): Promise<View>
}

export interface Place {
  /** Undefined where an answer may come anywhere, as after a form. */
  channel: Channel | undefined
  /** Where an answer may stand besides the channel itself. */
  thread: string | undefined
}

export function actOf(at: string, user: User, place: Place, delivered: Promise<Receipt[]>, desk: Desk): Act {
  const answers = () => shownSince(at, user, place, desk)
  return {
    at,
    delivered,
    answers,
    answer({ matching, within } = {}) {
      const fits = (shown: Shown) =>
        matching === undefined ||
        (typeof matching === 'string' ? shown.words.includes(matching) : matching.test(shown.words))
      return seen(
        desk,
        () => answers().find(fits),
        within,
        () => {
          const said = answers().map(({ words }) => `'${words}'`)
          return said.length > 0 ? `only ${said.join(', ')}` : 'nothing'
        },
      )
    },
    view({ within } = {}) {
      const open = () =>
        [...desk.workspace.views.values()].findLast((view) => view.user === user.id && after(view.hash, at))
      return seen(desk, open, within, () => 'no view')
    },
  }
}

/** Waits until somebody can see what `look` finds; rejects with what was seen instead. */
export function seen<Found>(
  { workspace }: Pick<Desk, 'workspace'>,
  look: () => Found | undefined,
  within = PATIENCE,
  instead: () => string = () => 'nothing',
): Promise<Found> {
  const there = look()
  if (there !== undefined) return Promise.resolve(there)
  return new Promise((resolve, reject) => {
    const stop = workspace.watch(() => {
      const found = look()
      if (found === undefined) return
      finish()
      resolve(found)
    })
    const timer = setTimeout(() => {
      finish()
      reject(new Error(`${instead()} was shown within ${within} ms`))
    }, within)
    const finish = () => {
      stop()
      clearTimeout(timer)
    }
  })
}

function shownSince(at: string, user: User, { channel, thread }: Place, { workspace, bot }: Desk): Shown[] {
  const isNew = (message: Message) =>
    message.bot_id === bot.botId &&
    (after(message.ts, at) || (message.edited !== undefined && after(message.edited.ts, at))) &&
    (channel === undefined ||
      message.thread_ts === undefined ||
      message.thread_ts === thread ||
      message.ts === thread)
  const places = channel === undefined ? [...workspace.channels.values()] : [channel]
  const open = places.flatMap((place) =>
    place.messages.filter(isNew).map((message) => shownOf(place, message)),
  )
  const hidden = [...workspace.ephemerals.values()]
    .filter((each) => places.includes(each.channel) && each.only === user.id && isNew(each.message))
    .map((each) => shownOf(each.channel, each.message, each.only))
  return [...open, ...hidden].sort((one, other) => (after(one.ts, other.ts) ? 1 : -1))
}

const PATIENCE = 5_000
