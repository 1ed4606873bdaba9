/**
 * The stand-in in a process of its own, for tests that kill the bot or load it: `node tests/fakes/slack/process.ts '{"keep":1000}'`.
 * The one argument is JSON: the options below. It prints one line of JSON, a `Started`, and stays until its input ends.
 */
import { chanceFrom } from '../chance.ts'
import { startControl } from '../control.ts'
import type { Act } from './acts.ts'
import type { Scope } from './credentials.ts'
import { startSlack } from './index.ts'
import type { RateLimits } from './rate-limits.ts'

export interface ProcessOptions {
  /** Where random faults begin; 1 unless said. */
  chance?: number
  scopes?: Scope[]
  subscriptions?: string[]
  limits?: RateLimits
  historyDelay?: number
  retries?: number
  keep?: number
}

export interface Started {
  apiUrl: string
  /** For `controlAt`. */
  control: string
  botToken: string
  appToken: string
  signingSecret: string
  /** Ids by name, '#general' and 'ann'. */
  ids: Record<string, string>
}

const { chance = 1, ...options } = JSON.parse(process.argv[2] ?? '{}') as ProcessOptions
const slack = await startSlack({ ...options, chance: chanceFrom(chance) })

/** An act as data: that it happened, and where, since its promises cannot leave the process. */
const asData = ({ at, ...more }: Act & { channel?: string; ts?: string; thread?: string | undefined }) => ({
  at,
  channel: more.channel,
  ts: more.ts,
  thread: more.thread,
})

const control = await startControl({
  faults: slack.faults,
  ledger: slack.ledger,
  verbs: {
    say: (...said: Parameters<typeof slack.say>) => asData(slack.say(...said)),
    dm: (...said: Parameters<typeof slack.dm>) => asData(slack.dm(...said)),
    slash: (...typed: Parameters<typeof slack.slash>) => asData(slack.slash(...typed)),
    /** Asks and waits: the words of the answer. */
    ask: async (...said: Parameters<typeof slack.say>) =>
      (await slack.say(...said).answer({ within: 60_000 })).words,
    /** So many mentions in one channel, evenly over so many milliseconds; does not wait for answers. */
    mentions: (channel: string, text: string, count: number, over: number) => {
      for (let index = 0; index < count; index += 1)
        setTimeout(() => slack.say('ann', channel, `@gazetteer ${text} ${index}`), (over * index) / count)
    },
    /** So many new channels with the bot in them; their ids. */
    addChannels: (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const members = [slack.bot.user.id, slack.user('ann').id]
        return slack.workspace.addChannel(`channel-${index}`, { members }).id
      }),
    disconnect: slack.disconnect,
    drop: slack.drop,
    freeze: slack.freeze,
    down: slack.down,
    up: slack.up,
    kick: slack.kick,
    invite: slack.invite,
    archive: slack.archive,
    revokeTokens: slack.revokeTokens,
    restoreTokens: slack.restoreTokens,
    setHistoryDelay: slack.setHistoryDelay,
    setLimits: slack.setLimits,
    connected: (count?: number) => slack.connected(count),
    deliverTo: (url: string) => void slack.deliverTo(url),
  },
})

const started: Started = {
  apiUrl: slack.apiUrl,
  control: control.url,
  botToken: slack.botToken,
  appToken: slack.appToken,
  signingSecret: slack.signingSecret,
  ids: Object.fromEntries([
    ...[...slack.workspace.users.values()].map(({ name, id }) => [name, id]),
    ...[...slack.workspace.channels.values()].map(({ name, id }) => [`#${name}`, id]),
  ]),
}
// whoever started it holds the other end, so it outlives no test that was killed
process.stdin.on('end', () => process.exit(0)).resume()
process.stdout.write(`${JSON.stringify(started)}\n`)
