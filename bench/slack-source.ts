/** The load of bench/slack.ts, in a process of its own: the stand-in of the tests, and people who ask at fixed moments. */
import { setTimeout as pause } from 'node:timers/promises'
import { startSlack } from '../tests/fakes/slack/index.ts'

export type Order =
  | { kind: 'steady'; perSecond: number; seconds: number }
  | { kind: 'burst'; questions: number }

export interface Ready {
  kind: 'ready'
  apiUrl: string
  botToken: string
  appToken: string
}

/** Milliseconds from the intended moment to the post that the stand-in accepted. */
export interface Result {
  kind: 'result'
  sent: number
  answered: number
  busy: number
  p50: number
  p99: number
  max: number
  /** Milliseconds to the acknowledgement. */
  ackP99: number
  ackMax: number
  /** Acknowledged after 2.5 s, or never. */
  late: number
  refusedPosts: number
  complaints: string[]
}

const slack = await startSlack({ subscriptions: ['app_mention', 'message.im'], limits: 'internal' })
const people = Array.from({ length: 200 }, (_, index) => slack.workspace.addUser(`person-${index}`))
const channels = Array.from({ length: 2_000 }, (_, index) =>
  slack.workspace.addChannel(`channel-${index}`, {
    members: [slack.bot.user.id, ...people.map(({ id }) => id)],
  }),
)

process.on('message', (order: Order) => void load(order))
process.on('disconnect', () => process.exit(0))
process.send?.({
  kind: 'ready',
  apiUrl: slack.apiUrl,
  botToken: slack.botToken,
  appToken: slack.appToken,
} satisfies Ready)

let asked = 0

async function load(order: Order): Promise<void> {
  slack.ledger.clear()
  for (const channel of channels) channel.messages.length = 0
  const intended = new Map<string, number>()
  const lastAsked = new Map<string, string>()
  const took: number[] = []
  let busy = 0
  const stop = slack.ledger.watch(() => {
    const effect = slack.ledger.effects.at(-1)
    if (effect?.kind !== 'post' && effect?.kind !== 'ephemeral') return
    // who is told that it is busy is told alone, and not in a thread
    const key = effect.kind === 'post' ? String(effect.body.thread_ts) : `${effect.channel} ${effect.user}`
    const ts = effect.kind === 'post' ? key : (lastAsked.get(key) ?? '')
    const moment = intended.get(ts)
    if (moment === undefined) return
    intended.delete(ts)
    took.push(performance.now() - moment)
    if (effect.kind === 'ephemeral') busy++
  })
  const count = order.kind === 'burst' ? order.questions : order.perSecond * order.seconds
  const gap = order.kind === 'burst' ? 1_000 / count : 1_000 / order.perSecond
  const begun = performance.now() + 50
  for (let index = 0; index < count; index++) {
    const moment = begun + index * gap
    const wait = moment - performance.now()
    // what is due is sent: a slow generator must not slow the load
    if (wait > 1) await pause(wait)
    asked++
    const person = people[asked % people.length]!
    const { name, id } = channels[asked % channels.length]!
    const { ts } = slack.say(person.name, `#${name}`, `@gazetteer ${QUESTIONS[asked % QUESTIONS.length]}`)
    intended.set(ts, moment)
    lastAsked.set(`${id} ${person.id}`, ts)
  }
  const until = performance.now() + 30_000
  while (intended.size > 0 && performance.now() < until) await pause(50)
  await pause(500)
  stop()
  const acks = slack.ledger.acks.map(({ sentAt, ackedAt }) => (ackedAt ?? Number.POSITIVE_INFINITY) - sentAt)
  process.send?.({
    kind: 'result',
    sent: count,
    answered: took.length - busy,
    busy,
    ...{ p50: share(took, 0.5), p99: share(took, 0.99), max: share(took, 1) },
    ...{ ackP99: share(acks, 0.99), ackMax: share(acks, 1) },
    late: acks.filter((ms) => ms > 2_500).length,
    refusedPosts: slack.ledger.requests.filter(
      ({ method, status }) => method === 'chat.postMessage' && status !== 200,
    ).length,
    complaints: slack.ledger.complaints(),
  } satisfies Result)
}

function share(all: readonly number[], part: number): number {
  const sorted = all.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
}

/** Plain, misspelt, Chinese, compared, ranked, unknown, hostile. */
const QUESTIONS = [
  'Dongying offshore wind investment',
  'Dongying GDP growth 2022',
  'Qingdao GDP 2023',
  'how many projects did Jining sign',
  'Dongyng ofshore wind investmnt',
  '东营海上风电投资额',
  'compare Anhui and Guangdong investment plans',
  'top 5 GDP 2023',
  'GDP of Atlantis 1492',
  '<!channel> [x](http://evil.example) `x`',
]
