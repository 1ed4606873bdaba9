/** Whether a digest of this person may go there now: asked when it is made, changed or run, and before each post. */
import type { Person, Place, Poster } from '../chat/platform.ts'

export interface MayPostOptions {
  /** Workspaces and guilds that may use the bot; none given or empty: every one that installed it. */
  tenants?: readonly string[]
  /** Ids of people who may manage digests anywhere. */
  digestManagers: readonly string[]
  poster: (platform: Place['platform']) => Poster | undefined
}

/** Rejects where the platform cannot be asked. */
export function createMayPost({
  tenants = [],
  digestManagers,
  poster,
}: MayPostOptions): (owner: Person, place: Place) => Promise<boolean> {
  return async (owner, place) => {
    // whoever sits at the console runs the bot
    if (place.platform === 'console') return true
    if (owner.platform !== place.platform) return false
    // one that was taken off the list is posted to no more
    if (tenants.length > 0 && (place.tenant === null || !tenants.includes(place.tenant))) return false
    const platform = poster(place.platform)
    if (platform === undefined) return false
    if (mayBeDirect(place) && (await platform.direct(owner)).id === place.id) return true
    return digestManagers.includes(owner.id) || platform.mayManage(owner, place)
  }
}

/** Asking for somebody's private talk opens it: not for every channel. Slack's ids of private talks begin with D. */
export const mayBeDirect = ({ platform, tenant, id }: Place): boolean =>
  platform === 'discord' ? tenant === null : platform === 'slack' && /^D/.test(id)
