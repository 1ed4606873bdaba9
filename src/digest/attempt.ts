/**
 * One claim, from the look whether an earlier attempt arrived to the post that is confirmed. Whatever is not certain
 * stays with the store: when the lease runs out, another attempt looks again.
 */
import { failure, type Log } from '../base/log.ts'
import type { Metrics } from '../base/metrics.ts'
import type { PlatformName } from '../chat/incoming.ts'
import type { Person, Place, Posted, Poster } from '../chat/platform.ts'
import { confirm } from './confirm.ts'
import type { MakeContent } from './content-port.ts'
import type { Claim, DigestStore } from './digest-store.ts'
import type { Ended, Ending } from './ending.ts'
import { type Content, contentOf, keep } from './frozen.ts'
import type { Hold } from './hold.ts'
import { isClear, type Looked, look } from './look.ts'
import type { Pacing } from './pacing.ts'
import { type Pause, within } from './pause.ts'
import { MAY_NOT, notSent, short, wasMayNot } from './reasons.ts'
import type { DigestTiming } from './timing.ts'

export interface AttemptTools {
  store: DigestStore
  posters: Partial<Record<PlatformName, Poster>>
  makeContent: MakeContent
  /** Rejects where it cannot be found out. */
  mayPost: (owner: Person, place: Place) => Promise<boolean>
  /** What becomes of a post that nobody can look for; 'hold' unless said. */
  unclear: Partial<Record<PlatformName, 'hold' | 'repost'>>
  ending: Ending
  pacing: Pacing
  timing: DigestTiming
  pause: Pause
  chance: () => number
  log: Log
  metrics: Metrics
  /** From now on no post is begun. */
  stopping: AbortSignal
  /** The store's time at which this process began. */
  begun: number
}

/** Rejects where the store fails: then nothing is posted that was not posted yet, and the lease runs out. */
export function createAttempt(tools: AttemptTools): (claim: Claim, hold: Hold) => Promise<void> {
  const { store, posters, mayPost, unclear, ending, pacing, timing, pause, chance, log, metrics } = tools
  const { stopping, begun } = tools
  const patience = timing.placeGap * PATIENT

  return async function attempt(claim, hold) {
    const { occurrence, digest } = claim
    const place = placeOf(claim)
    const poster = posters[place.platform]
    const clear = isClear(claim)
    if (poster === undefined) return giveBack(claim, timing.longestWait, clear, 'not served here')
    if (digest === null || digest.paused !== null) {
      if (!clear && !(await isAbsent(claim, hold, poster))) return
      return ending.skipped({ claim }, digest === null ? 'deleted' : 'paused')
    }
    // a queue longer than this is waited for in the store
    const queued = pacing.queue(place, occurrence.id)
    if (clear && queued > patience) return giveBack(claim, queued, true, 'others are first')
    const run = { claim, digest, hold, poster }
    const looked = clear ? ({ earlier: 'none' } as const) : await lookedFor(run)
    if (looked !== null) await proceed(run, looked)
  }

  /** Nobody waits for it any more, but what arrived is said to have arrived. false: nothing more is to be done now. */
  async function isAbsent(claim: Claim, hold: Hold, poster: Poster): Promise<boolean> {
    const looked = await look({ claim, hold, poster, timing, pacing, pause, begun, mayUseNonce: false })
    if (looked.earlier === 'found') await confirmed(claim, hold, looked.id)
    else if (looked.earlier === 'later') await giveBack(claim, looked.wait, false, looked.reason)
    else if (looked.earlier === 'hidden' && claim.occurrence.unclear < timing.mostUnclear)
      await store.leaveUnclear(claim, waitAfter(claim, timing.shown), short(looked.reason))
    else return true
    return false
  }

  /** null: an earlier attempt arrived, or it is the turn of a later one to find out, or nobody will. */
  async function lookedFor(run: Ended): Promise<Looked | null> {
    const { claim, hold, poster } = run
    const { unclear: times, firstTryAt, reason } = claim.occurrence
    const tried = hold.now() - (firstTryAt ?? hold.since)
    const exhausted = times >= timing.mostUnclear || tried >= timing.giveUp
    const looked = await look({ claim, hold, poster, timing, pacing, pause, begun, mayUseNonce: !exhausted })
    metrics.count('digest_looks_total', { outcome: looked.earlier })
    if (looked.earlier === 'found') await confirmed(claim, hold, looked.id)
    else if (looked.earlier === 'later' && tried < timing.giveUp * 2)
      await giveBack(claim, looked.wait, false, looked.reason)
    else if (exhausted) await ending.unknown(run, reason ?? 'no answer')
    else if (looked.earlier === 'hidden' && unclear[poster.platform] !== 'repost')
      await store.leaveUnclear(claim, waitAfter(claim, timing.shown), short(looked.reason))
    else return looked
    return null
  }

  async function proceed(run: Ended, looked: Looked): Promise<void> {
    const { claim, digest, hold } = run
    const { id } = claim.occurrence
    const clear = looked.earlier === 'none'
    if (!(await isAllowed(run, clear))) return
    const content = await contentOf(run, tools).catch((error) => {
      log.error({ ...failure(error), digest: digest.id }, 'the content of a digest could not be made')
      return null
    })
    if (content === null) return withoutContent(run, clear)
    if (content === 'no-change') return ending.skipped(run, 'no change')
    const isTurn = await pacing.turn(content.place, id, patience)
    if (!isTurn && !stopping.aborted)
      return giveBack(claim, pacing.queue(content.place, id), clear, 'others are first')
    if (!stopping.aborted && !(await keep(claim, content, store))) return
    const remembered = looked.earlier !== 'known by nonce' || hold.now() + timing.call < looked.until
    if (stopping.aborted || hold.left() < 2 * timing.call || !remembered)
      return giveBack(claim, 0, clear, stopping.aborted ? 'stopping' : 'no time left')
    await answered(run, clear, content.place, await posted(run, content))
  }

  /** Nothing is waited for between the last check of the lease and this call. */
  async function posted({ claim, poster }: Ended, { place, body }: Content): Promise<Posted> {
    const { id, nonce } = claim.occurrence
    try {
      const outcome = await within(pause, timing.call * 1.5, poster.post(place, body, { id, nonce }))
      return outcome === 'too late' ? { outcome: 'unclear', reason: 'no answer' } : outcome
    } catch (error) {
      log.error(failure(error), 'a poster failed')
      return { outcome: 'unclear', reason: 'the poster failed' }
    }
  }

  async function answered(run: Ended, clear: boolean, place: Place, outcome: Posted): Promise<void> {
    const { claim, hold } = run
    if (outcome.outcome === 'accepted') return confirmed(claim, hold, outcome.id)
    metrics.count('digest_tries_failed_total', { outcome: outcome.outcome })
    if (outcome.outcome === 'unclear')
      return void (await store.leaveUnclear(claim, waitAfter(claim, timing.shown), short(outcome.reason)))
    const { reason, permanent, waitMs } = outcome
    if (waitMs !== undefined) pacing.rest(place, Math.min(waitMs, LONGEST_HEEDED))
    if (clear && (permanent || isTooLate(run))) return ending.failed(run, reason, permanent)
    // closed to us, and what was tried before is not known: only looking can end it
    const wait = Math.max(waitMs ?? 0, waitAfter(claim, timing.firstWait))
    await giveBack(claim, Math.min(wait, LONGEST_HEEDED), clear, reason)
  }

  /** The owner's right, asked again. One "no" may be a platform out of reach: it takes some, over some time. */
  async function isAllowed(run: Ended, clear: boolean): Promise<boolean> {
    const { claim, digest, hold, poster } = run
    const owner: Person = { platform: poster.platform, tenant: digest.place.tenant, id: digest.owner }
    const may = await within(pause, timing.call * 2, mayPost(owner, digest.place)).catch(
      () => 'unknown' as const,
    )
    if (may === true) return true
    const { reason, firstTryAt } = claim.occurrence
    const asked = hold.now() - (firstTryAt ?? hold.since)
    if (may === false && clear && wasMayNot(reason) && asked >= timing.denied) await ending.mayNot(run)
    else if (may !== false && clear && isTooLate(run))
      await ending.failed(run, "its owner's right could not be asked for", false)
    else {
      const why = may === false ? MAY_NOT : "its owner's right cannot be asked for"
      await giveBack(claim, waitAfter(claim, timing.firstWait), clear, why)
    }
    return false
  }

  async function withoutContent(run: Ended, clear: boolean): Promise<void> {
    if (clear && isTooLate(run)) return ending.failed(run, 'its content could not be made', false)
    await giveBack(run.claim, waitAfter(run.claim, timing.firstWait), clear, 'its content could not be made')
  }

  function confirmed(claim: Claim, hold: Hold, id: string): Promise<void> {
    return confirm({ claim, hold, id }, tools)
  }

  async function giveBack(claim: Claim, wait: number, clear: boolean, why: string): Promise<void> {
    const reason = clear ? notSent(claim.occurrence.attempt, why) : short(why)
    await store.giveBack(claim, Math.ceil(wait), reason)
  }

  /** Longer with every attempt, never the same for many. */
  function waitAfter({ occurrence }: Claim, first: number): number {
    const wait = Math.min(timing.longestWait, first * 2 ** Math.min(occurrence.attempt - 1, 20))
    return Math.ceil(wait * (1 + chance() / 5))
  }

  /** Of no use any more: past the window in which it would still have been caught up. */
  function isTooLate({ claim, digest, hold }: Ended): boolean {
    const { due, firstTryAt } = claim.occurrence
    return hold.now() > Math.max(due, firstTryAt ?? due) + Math.max(digest.windowMs, timing.giveUp)
  }
}

/** What is frozen goes where it was to go then. */
const placeOf = ({ occurrence, digest }: Claim): Place =>
  occurrence.body === null ? (digest?.place ?? occurrence.place) : occurrence.place

/** Turns that are waited for with the claim in hand. */
const PATIENT = 3
/** A platform that asks for more than six hours is asked again all the same. */
const LONGEST_HEEDED = 21_600_000
