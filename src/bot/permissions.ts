/** Who may do what, decided before a text is read. What only the platform knows is asked at the moment of the act. */
import type { Incoming } from '../chat/incoming.ts'
import type { Person, Place, Poster } from '../chat/platform.ts'

export interface Permissions {
  /** Asking, listing, defining, sources. 'told': refused, and this person heard so already today. */
  mayAsk(turn: Incoming): 'yes' | 'unknown-tenant' | 'stranger' | 'told'
  /** Making, changing or stopping what is posted to this place. Rejects where the platform cannot be asked. */
  mayManage(turn: Incoming, place: Place): Promise<boolean>
}

export interface PermissionOptions {
  /** Workspaces and guilds that may use the bot; empty: every one that installed it. */
  tenants: readonly string[]
  /** Whether guests and people of other organisations may ask. */
  strangers: boolean
  /** Ids of people who may manage digests anywhere. */
  digestManagers: readonly string[]
  posters: (platform: Incoming['platform']) => Poster | undefined
}

export function createPermissions(options: PermissionOptions): Permissions {
  const { tenants, strangers, digestManagers, posters } = options
  /** Why and whom -> when it was told; one polite refusal a day. Ids of two platforms may be the same. */
  const told = new Map<string, number>()

  return {
    mayAsk(turn) {
      if (turn.platform === 'console') return 'yes'
      if (turn.stranger === true && !strangers)
        return refuse('stranger', [turn.platform, turn.tenant, turn.author], turn.at)
      if (tenants.length === 0 || (turn.tenant !== undefined && tenants.includes(turn.tenant))) return 'yes'
      const who =
        turn.tenant === undefined ? [turn.platform, null, turn.author] : [turn.platform, turn.tenant]
      return refuse('unknown-tenant', who, turn.at)
    },

    async mayManage(turn, place) {
      if (turn.platform === 'console') return true
      if (turn.stranger === true || place.platform !== turn.platform) return false
      if (place.tenant !== (turn.tenant ?? null)) return false
      if (turn.direct === true && place.id === turn.place) return true
      if (digestManagers.includes(turn.author)) return true
      return (await posters(turn.platform)?.mayManage(personOf(turn), place)) ?? false
    },
  }

  function refuse<T extends string>(why: T, whom: readonly unknown[], at: number): T | 'told' {
    const who = JSON.stringify([why, ...whom])
    const last = told.get(who)
    if (last !== undefined && at - last < DAY) return 'told'
    told.delete(who)
    told.set(who, at)
    if (told.size > MOST) told.delete(told.keys().next().value!)
    return why
  }
}

export const personOf = ({ platform, tenant, author }: Incoming): Person => ({
  platform,
  tenant: tenant ?? null,
  id: author,
})

const DAY = 24 * 60 * 60 * 1000
const MOST = 10_000
