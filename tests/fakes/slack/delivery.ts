/** How events, commands and interactions reach a bot: over its sockets or by signed posts. */
import type { Dict } from './complaints.ts'

export type DeliveryKind = 'events_api' | 'slash_commands' | 'interactive'

export interface Receipt {
  acked: boolean
  /** What came with the acknowledgement: a message, the errors of a modal, options. */
  payload?: unknown
  /** Deliveries made, the last one included. */
  attempts: number
}

export interface Delivery {
  /** Resolves when acknowledged, or when given up. */
  send(kind: DeliveryKind, payload: Dict): Promise<Receipt>
}

/** Milliseconds Slack waits for an acknowledgement: docs.slack.dev/apis/events-api and .../interactivity/handling-user-interaction. */
export const ACK_WITHIN = 3_000
