/** What Slack tells of a person: language, time zone, standing. Asked once an hour; nothing of it is kept beyond. */
import type { Clock } from '../../base/clock.ts'
import type { Clients } from './clients.ts'

export interface Somebody {
  locale?: 'en' | 'zh'
  /** IANA name of the time zone. */
  zone?: string
  /** Admin or owner of the workspace. */
  admin: boolean
  /** A guest, or somebody of another organisation. */
  stranger: boolean
  /** As others see it. */
  name?: string
}

export interface People {
  /** What is known of a person, within `LONGEST` milliseconds: an answer must not wait for it. */
  of(user: string): Promise<Somebody>
  /** At this moment, as long as it takes; null where Slack does not say. */
  now(user: string): Promise<Somebody | null>
  /** What was asked before. */
  known(user: string): Somebody
}

export interface PeopleOptions {
  clients: Clients
  clock: Clock
  /** The workspace of the bot. */
  team: () => string | null
}

export function createPeople({ clients, clock, team }: PeopleOptions): People {
  const cache = new Map<string, { until: number; somebody: Promise<Somebody | null> }>()

  async function ask(user: string): Promise<Somebody | null> {
    const outcome = await clients.call('views', 'users.info', { user, include_locale: true })
    return outcome.outcome === 'accepted' ? somebodyOf(outcome.result.user, team()) : null
  }

  const settled = new Map<string, Somebody>()

  function cached(user: string): Promise<Somebody | null> {
    const before = cache.get(user)
    if (before !== undefined && before.until > clock()) return before.somebody
    const somebody = ask(user)
    const entry = { until: clock() + HOUR, somebody }
    cache.delete(user)
    cache.set(user, entry)
    if (cache.size > MOST) {
      const oldest = cache.keys().next().value!
      cache.delete(oldest)
      settled.delete(oldest)
    }
    void somebody.then((told) => {
      if (told === null) entry.until = clock() + MINUTE
      else settled.set(user, told)
    })
    return somebody
  }

  return {
    async of(user) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(resolve, LONGEST, null)
      })
      const told = await Promise.race([cached(user), late])
      clearTimeout(timer)
      return told ?? settled.get(user) ?? NOBODY
    },
    now: ask,
    known: (user) => settled.get(user) ?? NOBODY,
  }
}

function somebodyOf(user: unknown, team: string | null): Somebody | null {
  if (typeof user !== 'object' || user === null) return null
  const fields = user as Record<string, unknown>
  const profile = (
    typeof fields.profile === 'object' && fields.profile !== null ? fields.profile : {}
  ) as Record<string, unknown>
  const { locale, tz, team_id: home } = fields
  const name = [profile.display_name, fields.real_name, fields.name].find(
    (each) => typeof each === 'string' && each !== '',
  )
  return {
    ...(typeof locale === 'string' ? { locale: /^zh/i.test(locale) ? 'zh' : 'en' } : {}),
    ...(typeof tz === 'string' && tz !== '' ? { zone: tz } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    admin: [fields.is_admin, fields.is_owner, fields.is_primary_owner].includes(true),
    stranger:
      [fields.is_restricted, fields.is_ultra_restricted, fields.is_stranger].includes(true) ||
      (typeof home === 'string' && team !== null && home !== team),
  }
}

/** Where Slack does not say (the scope is missing, Slack is slow): a member like any other, in the language of the question. */
const NOBODY: Somebody = { admin: false, stranger: false }
const LONGEST = 1_500
const HOUR = 3_600_000
const MINUTE = 60_000
const MOST = 10_000
