/**
 * A Slack workspace on 127.0.0.1 for one bot, speaking the real protocols: Web API, Socket Mode, signed HTTP. A test reads as a
 * conversation:
 *
 *   const slack = await startSlack()
 *   // the bot under test gets slack.apiUrl, slack.botToken, slack.appToken, and connects
 *   await slack.connected()
 *   const question = slack.say('ann', '#general', '@gazetteer Dongying offshore wind')
 *   const answer = await question.answer({ matching: '24.8' })     // the first thing the bot shows in that thread
 *   const compared = slack.button('ann', answer, 'Compare')
 *   await compared.answer()
 *   const form = await slack.slash('ann', '#general', '/digest').view()
 *   const { errors, closed } = await slack.modal('ann', form, { When: 'daily at nine' })
 *   slack.faults.add({ match: { method: 'chat.postMessage' }, action: 'resetAfter' })
 *   slack.ledger.posts(slack.channel('#general').id)               // what was accepted; count here, not in the client
 *   await slack.ledger.settled()                                   // nothing waits for an acknowledgement any more
 *   slack.assertClean()
 *   await slack.stop()
 *
 * Faults name a Web API method ('chat.postMessage'), 'upload', 'response_url', a frame ('events_api', 'slash_commands',
 * 'interactive', with the event's type as path) or 'ack', which swallows an acknowledgement (path: the kind of frame).
 *
 * Not shown: how Slack really renders, how long its history really lags, OAuth, Slack Connect, streamed answers.
 *
 * Never compared with slack.com, and therefore to be doubted: that a person's '&', '<' and '>' come escaped in commands too; that a
 * bot's mention of itself is an event; that an event waits as long as no socket is open (Slack would give it up in time); which
 * socket gets an envelope (here by chance); the limits of tables in block-limits.ts; how a thread behaves whose parent is itself an
 * answer. Stricter than Slack on purpose: a text over 40,000 characters, and blocks without a text, are refused.
 */
import { type Chance, chanceFrom } from '../chance.ts'
import { FaultScript } from '../faults.ts'
import { Ledger, type LedgerOptions, type Uncleanness } from '../ledger.ts'
import { type LoopbackServer, startLoopbackServer } from '../loopback-server.ts'
import { machineTime, type Time } from '../time.ts'
import { ALL_SCOPES, CREDENTIALS, type Revocation, type Scope } from './credentials.ts'
import type { Delivery } from './delivery.ts'
import type { Desk } from './desk.ts'
import { Emitter } from './emitter.ts'
import { happening } from './happening.ts'
import { pressing } from './pressing.ts'
import type { RateLimits } from './rate-limits.ts'
import { SignedHttp } from './signed-http.ts'
import { type DisconnectReason, SocketMode } from './socket-mode.ts'
import { botIdOf, talking } from './talking.ts'
import { ticketsOf } from './tickets.ts'
import { webApi } from './web-api.ts'
import { Workspace } from './workspace.ts'

export interface SlackOptions {
  /** The machine's unless said; with a hand-moved one, deadlines pass when the test lets them. */
  time?: Time
  /** Chooses connections and random faults; from start value 1 unless said. */
  chance?: Chance
  /** Of the bot token; all unless said. Events whose scope is missing are not sent. */
  scopes?: readonly Scope[]
  /** Events the bot subscribed to, by Slack's names ('app_mention', 'message.im'); all its scopes allow unless said. */
  subscriptions?: readonly string[]
  limits?: RateLimits
  /** Milliseconds until history shows a new message; 0 unless said. */
  historyDelay?: number
  /** How often an event is delivered again when it is not acknowledged; 3 unless said. */
  retries?: number
  /** How many messages of a channel, and how many entries of the ledger, are kept in a long run; all unless said. */
  keep?: number
  /** The bot's name; 'gazetteer' unless said. */
  botName?: string
}

export type Slack = Awaited<ReturnType<typeof startSlack>>

/** Starts with the people 'ann', 'bob' (an admin), 'guest', the other bot 'newsbot', and '#general', '#random' and '#elsewhere' (without the bot). */
export async function startSlack(options: SlackOptions = {}) {
  const {
    time = machineTime,
    chance = chanceFrom(1),
    limits = 'off',
    historyDelay = 0,
    retries = 3,
  } = options
  const keep: LedgerOptions = options.keep === undefined ? {} : { keep: options.keep }
  const ledger = new Ledger(time.now, keep)
  const faults = new FaultScript(chance)
  const workspace = new Workspace(time.now, options.keep)
  const credentials = { ...CREDENTIALS, scopes: new Set<string>(options.scopes ?? ALL_SCOPES) }
  const botUser = workspace.addUser(options.botName ?? 'gazetteer', { isBot: true })
  const sockets = new SocketMode({ ledger, faults, time, chance, retries })
  const mistakes: unknown[] = []
  let revoked: Revocation | undefined
  let posts: SignedHttp | undefined
  let server: LoopbackServer | undefined
  const desk: Desk = {
    workspace,
    ledger,
    time,
    bot: { user: botUser, botId: botIdOf(botUser), appId: 'A0FAKE' },
    scopes: credentials.scopes,
    tickets: ticketsOf(time, () => server!.url),
    limits,
    historyDelay,
    url: () => server!.url,
    socketUrl: () => `${server!.socketUrl}${sockets.ticket()}`,
  }
  const delivery = (): Delivery => posts ?? sockets
  const emitter = new Emitter(
    desk,
    credentials,
    options.subscriptions && new Set(options.subscriptions),
    delivery,
  )
  server = await startLoopbackServer({
    request: webApi({ desk, faults, credentials, revoked: () => revoked }),
    upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
    failed: (mistake) => mistakes.push(mistake),
  })
  populate(workspace, botUser.id)

  return {
    /** For `slackApiUrl`. */
    apiUrl: `${server.url}/api/`,
    botToken: credentials.botToken,
    appToken: credentials.appToken,
    signingSecret: credentials.signingSecret,
    bot: desk.bot,
    workspace,
    ledger,
    faults,
    time,
    /** Sends odd frames, counts connections. */
    sockets,
    ...talking(desk, emitter, delivery),
    ...pressing(desk, delivery),
    ...happening(desk, emitter, delivery, (why) => {
      revoked = why
    }),
    user: (name: string) => workspace.user(name),
    channel: (name: string) => workspace.channel(name),

    /** Events, commands and presses go to this URL from now on, signed, instead of over the sockets. */
    deliverTo(url: string): SignedHttp {
      posts = new SignedHttp({ ledger, time, signingSecret: credentials.signingSecret, url, retries })
      return posts
    },
    /** Waits until so many sockets are open. */
    connected: (count = 1, within = 30_000) => connected(sockets, count, within),
    /** Tells the bot to connect anew, as Slack does every few hours, or announces worse. */
    disconnect: (reason: DisconnectReason = 'refresh_requested') => sockets.disconnect(reason),
    /** Cuts every socket without a word. */
    drop: () => sockets.drop(),
    /** Every socket there is falls silent while its TCP connection stays. */
    freeze: () => sockets.freeze(),
    /** Has the bot connect anew, and waits until it has. */
    async reconnect(within = 30_000): Promise<void> {
      sockets.disconnect('refresh_requested')
      await connected(sockets, 1, within)
    },
    /** The whole platform refuses connections, until `up`. */
    down: () => server.down(),
    up: () => server.up(),
    setHistoryDelay(ms: number): void {
      desk.historyDelay = ms
    },
    setLimits(to: RateLimits): void {
      desk.limits = to
    },

    /** What every test ends with; `besides` names what it brought about on purpose. */
    assertClean(but: { besides?: readonly Uncleanness[] } = {}): void {
      if (mistakes.length > 0) throw new Error('the stand-in itself failed', { cause: mistakes[0] })
      ledger.assertClean(but)
    },
    async stop(): Promise<void> {
      sockets.close()
      posts?.close()
      await server.close()
    },
  }
}

function populate(workspace: Workspace, bot: string): void {
  const ann = workspace.addUser('ann').id
  const bob = workspace.addUser('bob', { standing: 'admin' }).id
  const guest = workspace.addUser('guest', { standing: 'guest' }).id
  const newsbot = workspace.addUser('newsbot', { isBot: true }).id
  workspace.addChannel('general', { members: [bot, ann, bob, guest, newsbot] })
  workspace.addChannel('random', { members: [bot, ann, bob, newsbot] })
  workspace.addChannel('elsewhere', { members: [ann, bob] })
}

function connected(sockets: SocketMode, count: number, within: number): Promise<void> {
  if (sockets.live >= count) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const finish = () => {
      stop()
      clearTimeout(timer)
    }
    const stop = sockets.watch(() => {
      if (sockets.live < count) return
      finish()
      resolve()
    })
    const timer = setTimeout(() => {
      finish()
      reject(new Error(`${sockets.live} of ${count} sockets within ${within} ms`))
    }, within)
  })
}
