/** How much one person, and one workspace, may ask in a minute: a runaway script must not take the bot from the others. */
import type { Incoming } from '../chat/incoming.ts'

export interface Pace {
  /** false: too many in the last minute. A refused turn does not count. */
  allows(turn: Incoming): boolean
}

export function createPace({ person = PERSON, tenant = TENANT, most = MOST } = {}): Pace {
  const turns = new Map<string, number[]>()

  /** The moments of this minute, the map ordered by last use so that it can stay small. */
  function recent(key: string, at: number): number[] {
    const kept = (turns.get(key) ?? []).filter((moment) => moment > at - MINUTE)
    turns.delete(key)
    turns.set(key, kept)
    if (turns.size > most) turns.delete(turns.keys().next().value!)
    return kept
  }

  return {
    allows(turn) {
      // whoever sits at the console runs the bot
      if (turn.platform === 'console') return true
      const group = turn.tenant ?? turn.place ?? ''
      const own = recent(JSON.stringify([turn.platform, group, turn.author]), turn.at)
      const all = turn.tenant === undefined ? [] : recent(JSON.stringify([turn.platform, group]), turn.at)
      if (own.length >= person || all.length >= tenant) return false
      own.push(turn.at)
      all.push(turn.at)
      return true
    },
  }
}

const PERSON = 20
const TENANT = 200
const MINUTE = 60_000
const MOST = 20_000
