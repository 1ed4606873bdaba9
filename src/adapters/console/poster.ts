/** Digests at the console: shown when they are due while it runs. There is one place and one person. */
import type { Place, Poster } from '../../chat/platform.ts'
import type { Reply } from '../../chat/reply.ts'

export interface ConsolePosterOptions {
  show: (reply: Reply) => void
  /** IANA name of this machine's zone. */
  zone: string
}

export function createConsolePoster({ show, zone }: ConsolePosterOptions): Poster {
  return {
    platform: 'console',
    // laid out when it is shown, for the width that the window has then
    render: (reply) => JSON.stringify(reply),
    async post(_place, body, key) {
      show(JSON.parse(body) as Reply)
      return { outcome: 'accepted', id: key.id }
    },
    // what a screen showed before this process is not known, and does no harm twice
    find: async () => ({ found: false }),
    async tell(_person, reply) {
      show(reply)
      return { outcome: 'accepted', id: 'told' }
    },
    mayManage: async (_person, place) => place.platform === 'console',
    zoneOf: async () => zone,
    direct: async () => CONSOLE,
    placeNamed: async () => CONSOLE,
  }
}

const CONSOLE: Place = { platform: 'console', tenant: null, id: 'console' }
