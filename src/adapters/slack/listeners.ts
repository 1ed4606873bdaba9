/** Bolt's listeners: which event goes where, each worked on once. */
import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { Desk } from '../../chat/desk.ts'
import type { Delivery } from './acknowledge.ts'
import type { Assistant } from './assistant.ts'
import type { Clients } from './clients.ts'
import { formFor, lacking, offered, purposeOf } from './form.ts'
import { homeView } from './home.ts'
import { COMPOSES, type Interactions } from './interactions.ts'
import type { Messages } from './messages.ts'
import { createOncePerKey } from './once-per-key.ts'
import type { People } from './people.ts'
import {
  type Identity,
  receiveCommand,
  receiveMessage,
  receivePress,
  receiveSubmission,
  receiveTyping,
} from './receive.ts'
import type { Standing } from './standing.ts'
import { WORDS } from './words.ts'

export interface Rooms {
  desk: Desk
  me: () => Identity
  clients: Clients
  people: People
  messages: Messages
  interactions: Interactions
  assistant: Assistant
  standing: Standing
}

export function listen(app: App, rooms: Rooms): void {
  const { desk, me, clients, people, messages, interactions, assistant, standing } = rooms
  const once = createOncePerKey(desk)

  async function message(event: unknown, delivery: Delivery): Promise<void> {
    const read = receiveMessage(event, me())
    if (read === null || !(await messages.isOurs(read))) return
    await once(read.key, delivery, () => messages.answer(read))
  }

  app.event('app_mention', ({ event, context }) => message(event, deliveryOf(context)))
  app.event('message', ({ event, context }) => message(event, deliveryOf(context)))

  app.event('app_home_opened', async ({ event, body, context }) => {
    const read = HOME.safeParse(event)
    if (!read.success || read.data.tab !== 'home') return
    const { user } = read.data
    await once(`slack:event:${body.event_id}`, deliveryOf(context), async () => {
      const { locale = 'en' } = await people.of(user)
      const composes = formFor({ kind: 'command', name: COMPOSES, values: {} }, desk.commands) !== null
      const view = homeView(desk, locale, composes ? COMPOSES : null)
      await clients.call('views', 'views.publish', { user_id: user, view })
    })
  })

  app.event('assistant_thread_started', async ({ event, body, context }) => {
    const read = PANE.safeParse(event)
    if (!read.success) return
    const { user_id: user, channel_id: channel, thread_ts: thread } = read.data.assistant_thread
    await once(`slack:event:${body.event_id}`, deliveryOf(context), () =>
      assistant.opened(user, channel, thread),
    )
  })

  async function putOut(error: string): Promise<void> {
    standing.refused('SLACK_BOT_TOKEN', error)
    await desk.tenants?.left({ platform: 'slack', id: me().team })
  }
  app.event('app_uninstalled', () => putOut('account_inactive'))
  app.event('tokens_revoked', async ({ event }) => {
    // people may take back tokens of their own; only the bot's are ours
    const { tokens } = event as { tokens?: { bot?: unknown[] } }
    if ((tokens?.bot?.length ?? 0) > 0) await putOut('token_revoked')
  })

  app.command(/.*/, async ({ body, context }) => {
    const read = receiveCommand(body)
    const delivery = deliveryOf(context)
    if (read !== null) await once(read.key, delivery, () => interactions.command(read, delivery))
  })

  app.action(/.*/, async ({ body, context }) => {
    const read = receivePress(body)
    if (read !== null) await once(read.key, deliveryOf(context), () => interactions.press(read))
  })

  app.options(/.*/, async ({ body, ack }) => {
    const read = receiveTyping(body)
    if (read === null) return ack({ options: [] })
    const { user } = read
    const { locale = 'en' } = people.known(user)
    const spoken = purposeOf(read.metadata)?.locale ?? locale
    const by = { platform: 'slack' as const, tenant: me().team, author: user }
    const place = purposeOf(read.metadata)?.channel ?? null
    const options = await offered(desk, read, { ...by, ...(place === null ? {} : { place }) }, spoken).catch(
      () => [],
    )
    await ack({ options })
  })

  app.view({ callback_id: 'form', type: 'view_submission' }, async ({ body, context }) => {
    const delivery = deliveryOf(context)
    const read = receiveSubmission(body)
    const purpose = read === null ? null : purposeOf(read.metadata)
    if (read === null || purpose === null) return
    const missing = lacking(purpose, read.values, desk.commands)
    if (missing.length > 0) {
      const { needed } = WORDS[purpose.locale]
      const errors = Object.fromEntries(missing.map((name) => [name, needed]))
      return delivery.ack({ response_action: 'errors', errors })
    }
    // the form stays on the screen until then, and Slack does not deliver it a second time
    await once(read.key, delivery, async () => {
      await delivery.ack()
      await interactions.submitted(read, purpose)
    })
  })

  app.shortcut('compose', async ({ body, context }) => {
    const read = SHORTCUT.safeParse(body)
    if (!read.success) return
    const { user, trigger_id: trigger } = read.data
    await once(`slack:trigger:${trigger}`, deliveryOf(context), () => interactions.compose(user.id, trigger))
  })
}

const deliveryOf = (context: Record<string, unknown>): Delivery => context.delivery as Delivery

const id = z.string().min(1)
const HOME = z.looseObject({ user: id, tab: z.string().optional() })
const PANE = z.looseObject({
  assistant_thread: z.looseObject({ user_id: id, channel_id: id, thread_ts: id }),
})
const SHORTCUT = z.looseObject({ user: z.looseObject({ id }), trigger_id: id })
