/** The real Bolt, connected to the stand-in through its settings only, and kept quiet. */
import { App, type AppOptions, HTTPReceiver, type Logger, LogLevel } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Slack } from './slack/index.ts'

/** An app in Socket Mode, with `listen` having said what it answers; connected. */
export async function socketApp(
  slack: Slack,
  listen: (app: App) => void,
  more: AppOptions = {},
): Promise<App> {
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    logger: quiet,
    ...more,
  })
  listen(app)
  app.error(async () => {})
  await app.start()
  await slack.connected()
  return app
}

/** An app over signed HTTP on a free port; the stand-in delivers to it from now on. */
export async function httpApp(slack: Slack, listen: (app: App) => void) {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: quiet })
  const app = new App({
    token: slack.botToken,
    receiver,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    logger: quiet,
  })
  listen(app)
  const server = await receiver.start({ port: 0, host: '127.0.0.1' })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  const posts = slack.deliverTo(`http://127.0.0.1:${address.port}/slack/events`)
  return { app, posts }
}

export const webClient = (slack: Slack, more: WebClientOptions = {}): WebClient =>
  new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logger: quiet, ...more })

export const quiet: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}
