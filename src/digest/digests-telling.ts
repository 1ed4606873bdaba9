/** What is told of digests: the list, one of them, what it would say now, what became of its runs, and why. */
import type { Button, Part, Reply } from '../chat/reply.ts'
import { parseQuery } from '../facts/query.ts'
import { type Asking, BY_PERSON, type Values } from './asking.ts'
import type { Examined } from './content.ts'
import { aboutInWords } from './content-about.ts'
import { readSaid } from './content-said.ts'
import { momentIn } from './content-times.ts'
import type { Digest, Occurrence } from './digest-store.ts'
import { placeInWords, readBack } from './digests-making.ts'
import { reasonInWords } from './reasons-said.ts'
import { saySchedule } from './schedule/words/say.ts'

export async function listDigests(ask: Asking): Promise<Reply> {
  const { words, locale } = ask
  const digests = await ask.visible()
  if (digests.length === 0) return ask.refuse(words.none(EXAMPLES[locale]))
  return ask.reply([
    { kind: 'text', text: words.listHead },
    { kind: 'list', items: await Promise.all(digests.map((digest) => lineOf(ask, digest))) },
    { kind: 'buttons', prompt: '', items: digests.slice(0, MOST_PRESSED).map(({ id }) => shown(id)) },
  ])

  function shown(id: string): Button {
    return { label: `${words.button.show} ${id}`, query: `/digest show ${id}` }
  }
}

export async function showDigest(ask: Asking, digest: Digest, values: Values): Promise<Reply> {
  const { words, deps, locale } = ask
  const last = await deps.store.lastSent(digest.id, Number.MAX_SAFE_INTEGER)
  const from = Number.parseInt(values.from ?? '', 10)
  if (from >= 1) return toldLines(ask, digest, last, from)
  const [head, ...rest] = await readBack(ask, digest)
  const more = [
    await ownerOf(ask, digest),
    last === null
      ? words.lastNone
      : words.last(momentIn(digest.zone, last.due, locale), words.state[last.state]),
    ...(digest.paused === null ? [] : [pausedOf(ask, digest.paused)]),
  ]
  return ask.reply([{ kind: 'heading', text: digest.id }, head!, { kind: 'list', items: more }, ...rest])
}

async function ownerOf({ words, turn, poster }: Asking, { owner, place }: Digest): Promise<string> {
  if (owner === turn.author) return words.ownerYou
  const person = { platform: place.platform, tenant: place.tenant, id: owner }
  return words.owner((await poster?.nameOf?.({ person })) ?? owner)
}

/** The lines of the last digest from one on: also those that there was no room for. */
function toldLines(ask: Asking, digest: Digest, last: Occurrence | null, from: number): Reply {
  const { words, locale, deps } = ask
  const said = readSaid(last?.said ?? null)
  if (last === null || said === null) return ask.refuse(words.lastNone)
  if (from > said.lines.length) return ask.refuse(words.noSuchLine(said.lines.length))
  return ask.reply([
    { kind: 'text', text: words.toldFrom(momentIn(digest.zone, last.due, locale)) },
    ...deps.contents.lines(said.lines, from, digest.id, locale),
  ])
}

export async function previewOf(ask: Asking, digest: Digest): Promise<Reply> {
  const { words } = ask
  const { content } = await examined(ask, digest)
  if (!('reply' in content)) return ask.refuse(words.previewNothing)
  return ask.reply([{ kind: 'note', text: words.previewHead(digest.id) }, ...content.reply.parts])
}

export async function historyOf(ask: Asking, digest: Digest): Promise<Reply> {
  const { words } = ask
  const runs = await ask.deps.store.history(digest.id, RUNS_SHOWN)
  if (runs.length === 0) return ask.refuse(words.historyNone)
  return ask.reply([
    { kind: 'text', text: words.historyHead(digest.id) },
    { kind: 'list', items: runs.map((run) => runLine(ask, digest, run)) },
  ])
}

/** Each stage by name: due or not, what is new, what would be posted, what was skipped and why. */
export async function whyOf(ask: Asking, digest: Digest): Promise<Reply> {
  const { words, locale, deps } = ask
  const runs = await deps.store.history(digest.id, RUNS_SHOWN)
  const waiting = runs.find(({ state }) => state === 'due' || state === 'posting')
  const skipped = runs.filter(({ state }) => state !== 'sent' && state !== 'due' && state !== 'posting')
  const found = await examined(ask, digest)
  const due =
    digest.paused !== null
      ? pausedOf(ask, digest.paused)
      : waiting !== undefined
        ? words.dueWaiting(momentIn(digest.zone, waiting.due, locale))
        : digest.next === null
          ? words.dueNever
          : words.dueNot(momentIn(digest.zone, digest.next.due, locale))
  const stages: readonly (readonly [string, readonly string[]])[] = [
    [words.whyDue, [due]],
    [words.whyNew, news(ask, digest, found)],
    [words.whyPosted, [digest.paused === null ? posted(ask, found) : words.notWhilePaused]],
    [
      words.whySkipped,
      skipped.length === 0 ? [words.skippedNone] : skipped.map((run) => runLine(ask, digest, run)),
    ],
  ]
  return ask.reply(
    stages.flatMap(([text, items]): Part[] => [
      { kind: 'text', text },
      { kind: 'list', items },
    ]),
  )
}

function news(
  { words, locale }: Asking,
  { zone }: Digest,
  { since, entered, agreeing, changes }: Examined,
): string[] {
  if (since === null) return [words.enteredFirst]
  return [
    words.entered(entered, agreeing, momentIn(zone, since, locale)),
    ...(agreeing > changes.length ? [words.unseen(agreeing - changes.length)] : []),
  ]
}

function posted({ words }: Asking, { content, changes, standing, isHeartbeat }: Examined): string {
  if (!('reply' in content)) return words.wouldSayNothing
  return isHeartbeat ? words.wouldSayOneLine : words.wouldTell(changes.length, standing.length)
}

/** As if it were due now. */
async function examined({ deps }: Asking, digest: Digest): Promise<Examined> {
  const now = await deps.store.now()
  const last = await deps.store.lastSent(digest.id, now + 1)
  return deps.contents.examine(digest, { dueAt: now, now, skipped: 0, last, late: false })
}

async function lineOf(ask: Asking, digest: Digest): Promise<string> {
  const { words, locale, deps } = ask
  const state =
    digest.paused !== null
      ? pausedOf(ask, digest.paused)
      : digest.next === null
        ? words.noNext
        : words.nextRun(momentIn(digest.zone, digest.next.due, locale))
  const about = aboutInWords(parseQuery(digest.about)!, deps.vocabulary, locale)
  return `${digest.id}${words.colon}${about} · ${saySchedule(digest.cron, digest.zone, locale)} · ${await placeInWords(ask, digest)} · ${state}`
}

const pausedOf = ({ words, locale }: Asking, paused: string): string =>
  words.pausedBecause(paused === BY_PERSON ? words.byOwner : reasonInWords(paused, locale))

function runLine({ words, locale }: Asking, { zone }: Digest, run: Occurrence): string {
  const said = [
    words.state[run.state],
    run.reason === null ? '' : reasonInWords(run.reason, locale),
    words.attempts(run.attempt),
  ].filter((text) => text !== '')
  return `${momentIn(zone, run.due, locale)}${words.colon}${said.join(words.comma)}`
}

const RUNS_SHOWN = 12
/** Buttons below a list: a row. */
const MOST_PRESSED = 5
const EXAMPLES = {
  en: '/digest add new energy in Shandong, weekdays 9:00',
  zh: '/digest add 山东新能源 每周一早上九点',
} as const
