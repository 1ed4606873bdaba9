/** The bot under test, connected to a stand-in through its settings only, and taken down after each test. */
import { createServer } from 'node:net'
import { afterEach } from 'vitest'
import { createSlack, type SlackOptions } from '../../../src/adapters/slack/index.ts'
import type { Platform } from '../../../src/chat/platform.ts'
import { type Slack, type SlackOptions as StandInOptions, startSlack } from '../../fakes/slack/index.ts'
import { type TestDesk, type TestDeskOptions, testDesk } from './desk.ts'

export interface Connected {
  slack: Slack
  desk: TestDesk
  platform: Platform
}

const takenDown: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const stop of takenDown.splice(0).reverse()) await stop()
})

export async function standIn(options: StandInOptions = {}): Promise<Slack> {
  const slack = await startSlack(options)
  takenDown.push(() => slack.stop())
  return slack
}

/** Over Socket Mode, with both connections open. */
export async function connected(
  options: TestDeskOptions & { slack?: Slack; standIn?: StandInOptions } = {},
): Promise<Connected> {
  const slack = options.slack ?? (await standIn(options.standIn))
  const before = slack.sockets.live
  const desk = testDesk(options)
  const platform = stopped(createSlack(socketSettings(slack), desk))
  await platform.start()
  await slack.connected(before + 2)
  return { slack, desk, platform }
}

/** Over signed HTTP; the stand-in delivers there from now on. */
export async function overHttp(options: TestDeskOptions & { slack?: Slack } = {}) {
  const slack = options.slack ?? (await standIn())
  const desk = testDesk(options)
  const port = await freePort()
  const transport = { kind: 'http', signingSecret: slack.signingSecret, host: '127.0.0.1', port } as const
  const platform = stopped(createSlack({ ...socketSettings(slack), transport }, desk))
  await platform.start()
  const url = `http://127.0.0.1:${port}/slack/events`
  return { slack, desk, platform, url, posts: slack.deliverTo(url) }
}

export const socketSettings = ({ botToken, appToken, apiUrl }: Slack): SlackOptions => ({
  botToken,
  apiUrl,
  transport: { kind: 'socket', appToken },
})

/** It is stopped after the test, whatever becomes of that. */
export function stopped(platform: Platform): Platform {
  takenDown.push(() => platform.stop(100))
  return platform
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Waits until it holds; the last failure is the reason where it never does. */
export async function eventually<T>(look: () => T, within = 5_000): Promise<T> {
  const until = Date.now() + within
  for (;;) {
    try {
      return look()
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
