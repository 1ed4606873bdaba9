/** Which threads are talks with the bot: there a follow-up needs no mention. Kept by the process and noted for the others. */
import type { Coordination } from '../../chat/desk.ts'

export interface Threads {
  started(channel: string, thread: string): void
  /** One that nobody asked for: it may be asked about days later, of another process. */
  posted(channel: string, thread: string): void
  isOurs(channel: string, thread: string): Promise<boolean>
}

/** `team`: the workspace, so that its notes are found when it is erased. */
export function createThreads(coordination: Coordination, team: () => string | null): Threads {
  const ours = new Set<string>()
  /** Whether messages arrive that nobody addressed to the bot: without them no follow-up can, and no note is worth a write. */
  let hearsChannels = false

  const nameOf = (channel: string, thread: string) => `slack-thread:${team() ?? ''}:${channel}:${thread}`
  // a thread that is not noted asks for a mention after a restart
  const note = (name: string) => void coordination.note(name, 'answered', KEPT).catch(() => {})

  function keep(name: string): void {
    ours.add(name)
    if (ours.size > MOST) ours.delete(ours.values().next().value!)
  }

  return {
    started(channel, thread) {
      const name = nameOf(channel, thread)
      if (ours.has(name)) return
      keep(name)
      if (hearsChannels) note(name)
    },
    posted(channel, thread) {
      const name = nameOf(channel, thread)
      keep(name)
      note(name)
    },
    async isOurs(channel, thread) {
      if (!hearsChannels) {
        hearsChannels = true
        for (const name of [...ours].slice(-NOTED_LATE)) note(name)
      }
      const name = nameOf(channel, thread)
      if (ours.has(name)) return true
      return (await coordination.noted(name).catch(() => null)) !== null
    },
  }
}

const MOST = 20_000
/** Milliseconds: older threads ask for a mention again. */
const KEPT = 90 * 86_400_000
const NOTED_LATE = 200
