/**
 * When a delivery is acknowledged: after its work is done, so that a crash before leaves it to be delivered again, but at the latest
 * well before Slack gives it up at 3 s (docs.slack.dev/apis/events-api). Bolt acknowledges events before anything is done; it is
 * handed an acknowledgement that does nothing.
 */
import type { App, ReceiverEvent } from '@slack/bolt'
import { failure, type Log } from '../../base/log.ts'
import type { Metrics } from '../../base/metrics.ts'

export interface Delivery {
  /** The work is in our hands: from now on time may run out. */
  begun(): void
  /** Another process has it: whoever delivered it shall do so again. */
  withhold(): void
  /** At once, with what belongs into the acknowledgement. */
  ack(payload?: unknown): Promise<void>
}

export interface Courier {
  log: Log
  metrics: Metrics
  /** Milliseconds after which work that has begun is acknowledged. */
  latest?: number
}

export async function acknowledged(
  app: Pick<App, 'processEvent'>,
  body: ReceiverEvent['body'],
  send: (payload?: unknown) => Promise<void>,
  { log, metrics, latest = LATEST }: Courier,
): Promise<void> {
  let state: 'open' | 'sent' | 'withheld' = 'open'
  let begun = false
  let overdue = false

  async function ack(payload?: unknown): Promise<void> {
    if (state !== 'open') return
    state = 'sent'
    clearTimeout(timer)
    try {
      await send(payload)
    } catch (error) {
      // the connection went first: Slack delivers it again, and it is known by its key
      metrics.count('slack_acks_lost_total')
      log.debug(failure(error), 'an acknowledgement could not be sent')
    }
  }

  const timer = setTimeout(() => {
    overdue = true
    if (begun) void ack()
  }, latest)
  const delivery: Delivery = {
    begun() {
      begun = true
      if (overdue) void ack()
    },
    withhold() {
      if (state === 'open') state = 'withheld'
    },
    ack,
  }
  try {
    await app.processEvent({
      body,
      ack: async (payload?: unknown) => {
        if (payload !== undefined) await ack(payload)
      },
      customProperties: { delivery },
    })
  } catch (error) {
    // an odd payload would be as odd the next time
    metrics.count('slack_failures_total')
    log.error(failure(error), 'an event from Slack could not be worked on')
  }
  clearTimeout(timer)
  await ack()
}

/** On a busy machine a delivery waits to be read and a timer to be run: a second is left for both. */
const LATEST = 1_500
