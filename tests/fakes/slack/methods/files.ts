/** Uploading a file in Slack's three steps: ask for a URL, send the bytes there, complete. */
import type { Dict } from '../complaints.ts'
import type { Desk, Method } from '../desk.ts'
import { SlackError } from '../slack-error.ts'
import { channelOf, optional, required } from './arguments.ts'

export const FILES: Record<string, Method> = {
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    tier: 100,
    run(values, desk) {
      const name = required(values, 'filename')
      const length = Number(required(values, 'length'))
      if (!Number.isInteger(length) || length < 1)
        throw new SlackError('invalid_arguments', ['not a length [json-pointer:/length]'])
      const id = desk.workspace.id('F')
      desk.workspace.files.set(id, { id, name, title: name, bytes: undefined, complete: false })
      return { file_id: id, upload_url: `${desk.url()}/upload/${id}` }
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    tier: 100,
    run(values, desk) {
      const files = (Array.isArray(values.files) ? values.files : []) as Dict[]
      if (files.length === 0)
        throw new SlackError('invalid_arguments', ['missing required field: files [json-pointer:]'])
      const done = files.map((each) => {
        const file = desk.workspace.files.get(String(each.id))
        if (!file?.bytes) throw new SlackError('file_not_found')
        file.complete = true
        if (typeof each.title === 'string') file.title = each.title
        desk.ledger.effect({
          kind: 'file',
          id: file.id,
          channel: optional(values, 'channel_id'),
          body: { name: file.name, title: file.title, size: file.bytes.length },
        })
        return {
          id: file.id,
          title: file.title,
          name: file.name,
          url_private: `${desk.url()}/files/${file.id}`,
        }
      })
      if (optional(values, 'channel_id') !== undefined) share(done, values, desk)
      return { files: done }
    },
  },
}

function share(files: Dict[], values: Dict, desk: Desk): void {
  const channel = channelOf(values, desk, 'channel_id')
  if (!channel.members.has(desk.bot.user.id)) throw new SlackError('not_in_channel')
  const thread = optional(values, 'thread_ts')
  const message = desk.workspace.post(channel, {
    text: optional(values, 'initial_comment') ?? '',
    user: desk.bot.user.id,
    bot_id: desk.bot.botId,
    files,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  })
  desk.ledger.effect({ kind: 'post', channel: channel.id, id: message.ts, body: { ...message } })
}
