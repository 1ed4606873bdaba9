/** What happens around the bot: it is put out of a channel, a channel is archived, the app is removed, Slack holds back events. */
import type { Revocation } from './credentials.ts'
import type { Delivery, Receipt } from './delivery.ts'
import type { Desk } from './desk.ts'
import type { Emission, Emitter } from './emitter.ts'

export function happening(
  desk: Desk,
  emitter: Emitter,
  delivery: () => Delivery,
  revoke: (why: Revocation | undefined) => void,
) {
  const { workspace, bot, time } = desk

  /** Puts the bot out of a channel; from then on it gets 'not_in_channel' there. */
  function kick(where: string): void {
    const channel = workspace.channel(where)
    emitter.emit({
      type: 'member_left_channel',
      user: bot.user.id,
      channel: channel.id,
      channel_type: channel.kind === 'group' ? 'G' : 'C',
      team: workspace.teamId,
      event_ts: workspace.timestamp(),
    })
    channel.members.delete(bot.user.id)
  }

  function invite(where: string): void {
    workspace.channel(where).members.add(bot.user.id)
  }

  function archive(where: string): void {
    const channel = workspace.channel(where)
    channel.archived = true
    emitter.emit({ type: 'channel_archive', channel: channel.id, event_ts: workspace.timestamp() })
  }

  /** The channel is gone for the bot: 'channel_not_found'. */
  function deleteChannel(where: string): void {
    const channel = workspace.channel(where)
    emitter.emit({ type: 'channel_deleted', channel: channel.id, event_ts: workspace.timestamp() })
    workspace.channels.delete(channel.id)
  }

  /** Both tokens stop working. */
  function revokeTokens(why: Revocation = 'token_revoked'): void {
    revoke(why)
  }

  function restoreTokens(): void {
    revoke(undefined)
  }

  /** The app is removed from the workspace: both events are sent, then no token works. */
  async function uninstall(): Promise<Receipt[]> {
    const ts = workspace.timestamp()
    const sent = [
      emitter.emit({ type: 'tokens_revoked', tokens: { bot: [bot.user.id], oauth: [] }, event_ts: ts }),
      emitter.emit({ type: 'app_uninstalled', event_ts: ts }),
    ].filter((emission): emission is Emission => emission !== undefined)
    revoke('account_inactive')
    return Promise.all(sent.map(({ receipt }) => receipt))
  }

  /**
   * Slack held events back because there were more than 30,000 in an hour. The notice has no `event` inside; whether Slack sends it
   * over sockets too is not known, and @slack/socket-mode 3.1.0 would die of it.
   */
  function rateLimitEvents(): Promise<Receipt> {
    return delivery().send('events_api', {
      token: 'fake-verification-token',
      type: 'app_rate_limited',
      team_id: workspace.teamId,
      minute_rate_limited: Math.floor(time.now() / 60_000) * 60,
      api_app_id: bot.appId,
    })
  }

  return { kick, invite, archive, deleteChannel, revokeTokens, restoreTokens, uninstall, rateLimitEvents }
}
