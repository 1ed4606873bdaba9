/** '/digest add' and '/digest edit': what, where, when and in which zone, read from forms or free text and said back. */
import type { Place } from '../chat/platform.ts'
import type { Button, Part, Reply } from '../chat/reply.ts'
import { emptyQuery, formatQuery, parseQuery, type Query } from '../facts/query.ts'
import { type Asking, isReply, isSamePlace, type Values } from './asking.ts'
import { isEverything } from './content.ts'
import { aboutInWords } from './content-about.ts'
import { momentWithUtc } from './content-times.ts'
import { DIGEST_POLICIES, type Digest, type DigestChange, type DigestPolicy } from './digest-store.ts'
import { mayBeDirect } from './may-post.ts'
import { bare, readRequest } from './request.ts'
import { defaultWindow } from './schedule/catch-up.ts'
import { acceptedCron } from './schedule/cron.ts'
import { DAY } from './schedule/local-time.ts'
import { type Due, nextDue, nextThree } from './schedule/next.ts'
import { type ReadSchedule, readSchedule } from './schedule/words/read.ts'
import { saySchedule } from './schedule/words/say.ts'
import { readZone } from './schedule/zone.ts'

export async function addDigest(ask: Asking, values: Values): Promise<Reply> {
  const { words, locale } = ask
  const read = partsOf(ask, values, { needsWhat: true })
  if (isReply(read)) return read
  if (read.what === null) return ask.refuse(words.whatMissing(EXAMPLES[locale]))
  const about = readWhat(ask, read.what, values)
  if (isReply(about)) return about
  if (read.schedule === null) return ask.refuse(words.whenMissing(exampleOf(read.what, locale)))
  const policy = policyOf(values.policy)
  if (policy === null) return ask.refuse(words.policyUnknown)
  const zone = await zoneOf(ask, values, read.schedule, null, read.what)
  if (typeof zone !== 'string') return zone
  const place = await placeOf(ask, values.where)
  if (isReply(place)) return place

  const { cron } = read.schedule
  const now = await ask.now()
  const next = nextDue(cron, zone, now, () => false)
  const digest = {
    ...{ place, owner: ask.turn.author, locale, about: formatQuery(about), cron, zone, policy, next },
    ...{ catchUp: 'latest' as const, windowMs: defaultWindow(acceptedCron(cron)) },
  }
  const added = await withFreshId(ask, digest)
  return ask.openly(added, [{ kind: 'text', text: words.made(added.id) }, ...(await readBack(ask, added))])
}

/** Short ids may meet; a longer one does not. */
async function withFreshId(
  ask: Asking,
  digest: Omit<Digest, 'id' | 'lastDue' | 'paused' | 'rev' | 'createdAt'>,
): Promise<Digest> {
  const { store, newId } = ask.deps
  for (let tries = 0; tries < ID_TRIES; tries++) {
    const id = newId()
    if ((await store.get(id)) === null) return store.add({ ...digest, id })
  }
  return store.add({ ...digest, id: `${newId()}${newId()}` })
}

export async function editDigest(ask: Asking, digest: Digest, values: Values): Promise<Reply> {
  const { words, locale } = ask
  if (!(await ask.mayPost(digest))) return ask.refuse(words.mayNotPost)
  const read = partsOf(ask, values, { needsWhat: false })
  if (isReply(read)) return read
  const change: DigestChange = {}
  if (read.what !== null) {
    const about = readWhat(ask, read.what, values)
    if (isReply(about)) return about
    change.about = formatQuery(about)
  }
  if (read.schedule !== null) change.cron = read.schedule.cron
  if (values.zone?.trim() || read.schedule?.zone) {
    const zone = await zoneOf(ask, values, read.schedule, digest.zone, '')
    if (typeof zone !== 'string') return zone
    change.zone = zone
  }
  if (values.policy !== undefined && values.policy.trim() !== '') {
    const policy = policyOf(values.policy)
    if (policy === null) return ask.refuse(words.policyUnknown)
    change.policy = policy
  }
  if (values.where?.trim()) {
    const place = await placeOf(ask, values.where)
    if (isReply(place)) return place
    change.place = place
  }
  if (Object.keys(change).length === 0)
    return ask.refuse(words.nothingToChange(`/digest edit ${digest.id} ${EDITS[locale]}`))
  if (change.cron !== undefined || change.zone !== undefined) {
    const after = { ...digest, ...change }
    change.next = await nextOf(ask, after)
    change.windowMs = defaultWindow(acceptedCron(after.cron))
  }
  const changed = await ask.change(digest, change)
  if (isReply(changed)) return changed
  return ask.openly(changed, [
    { kind: 'text', text: words.changed(changed.id) },
    ...(await readBack(ask, changed)),
  ])
}

/** Said back, so that nobody finds out on Monday what was understood. */
export async function readBack(ask: Asking, digest: Digest): Promise<Part[]> {
  const { words, locale, deps } = ask
  const query = parseQuery(digest.about)!
  const isKnown = isEverything(query) || deps.agreeing(query).length > 0
  const items = [
    words.about(aboutInWords(query, deps.vocabulary, locale)),
    words.where(await placeInWords(ask, digest)),
    words.when(saySchedule(digest.cron, digest.zone, locale)),
    words.policyLine(words.policy[digest.policy]),
    await nextLine(ask, digest),
  ]
  const button = (label: string, query: string): Button => ({ label, query })
  return [
    { kind: 'list', items },
    ...(isKnown ? [] : [{ kind: 'note' as const, text: words.notYet }]),
    {
      kind: 'buttons',
      prompt: '',
      items: [
        button(words.button.preview, `/digest preview ${digest.id}`),
        button(words.button.why, `/digest why ${digest.id}`),
        digest.paused === null
          ? button(words.button.pause, `/digest pause ${digest.id}`)
          : button(words.button.resume, `/digest resume ${digest.id}`),
        { ...button(words.button.remove, `/digest delete ${digest.id}`), style: 'danger' },
      ],
    },
  ]
}

/** The next three runs, on the wall and in UTC. */
export async function nextLine(ask: Asking, { cron, zone }: Pick<Digest, 'cron' | 'zone'>): Promise<string> {
  const three = nextThree(cron, zone, await ask.now())
  return ask.words.next(three.map(({ due }) => momentWithUtc(zone, due, ask.locale)))
}

/** The next run that has no row yet. */
export async function nextOf(
  ask: Asking,
  { id, cron, zone }: Pick<Digest, 'id' | 'cron' | 'zone'>,
): Promise<Due | null> {
  const now = await ask.now()
  const slots = await ask.deps.store.slots(id, now - 2 * DAY)
  return nextDue(cron, zone, now, (slot) => slots.has(slot))
}

export async function placeInWords(
  ask: Asking,
  { place, owner }: Pick<Digest, 'place' | 'owner'>,
): Promise<string> {
  const { words, turn, here, poster } = ask
  if (place.platform === 'console') return words.console
  if (isSamePlace(place, here)) return words.here
  if (mayBeDirect(place) && owner === turn.author) return words.direct
  const name = (await poster?.nameOf?.({ place })) ?? null
  return name === null ? words.place(place.id) : words.channel(name)
}

/** What and when, of the options or of the free text. null: not said. */
function partsOf(
  ask: Asking,
  values: Values,
  { needsWhat }: { needsWhat: boolean },
): { what: string | null; schedule: ReadSchedule | null } | Reply {
  const { words } = ask
  const said = values.what?.trim() ?? ''
  const when = values.when?.trim() ?? ''
  if (when !== '') {
    const read = readSchedule(when)
    return read.ok
      ? { what: said === '' ? null : said, schedule: read.value }
      : ask.refuse(words.mistake(read.mistake))
  }
  if (said === '') return { what: null, schedule: null }
  if (isLine(said)) return { what: said, schedule: null }
  const { what, schedule, mistake } = readRequest(said, { needsWhat })
  if (mistake !== null) return ask.refuse(words.mistake(mistake))
  return { what: what === '' ? null : what, schedule }
}

function readWhat(ask: Asking, text: string, values: Values): Query | Reply {
  const { deps, words, locale } = ask
  if (EVERYTHING.test(text.normalize('NFKC').trim())) return emptyQuery('summary')
  if (isLine(text)) return parseQuery(text)!
  const understanding = deps.read(text, { now: new Date(ask.turn.at), locale })
  const { query, unknown, choices } = understanding
  const shown = text.replace(/[^\p{L}\p{N} .%-]/gu, '').slice(0, LONGEST_SHOWN)
  if (query === null || isEverything(query)) return ask.refuse(words.notUnderstood(shown))
  if (unknown.length > 0) {
    const names = unknown.map(
      (word) => `"${word.replace(/[^\p{L}\p{N} .%-]/gu, '').slice(0, LONGEST_SHOWN)}"`,
    )
    return ask.refuse(words.unknownWords(names.join(', ')))
  }
  if (choices.length === 0) return query
  const answer = deps.answer(understanding)
  if (answer.caveats.some(({ kind }) => kind === 'read-as')) return answer.query
  const items = [query, ...choices.map((choice) => choice.query)].map((one) => ({
    label: aboutInWords(one, deps.vocabulary, locale),
    query: againLine({ ...values, what: formatQuery(one), when: values.when ?? scheduleIn(text, values) }),
  }))
  return ask.reply([{ kind: 'buttons', prompt: words.whichPlace, items }])
}

/** The schedule of the free text, as it was said. */
function scheduleIn(what: string, values: Values): string | undefined {
  const said = values.what?.trim() ?? ''
  return said === what ? undefined : bare(said.replace(what, ''))
}

const againLine = ({ digest, what, when, where, zone, policy }: Values): string => {
  const named = Object.entries({ what, when, where, zone, policy }).filter(([, value]) => value?.trim())
  const verb = digest === undefined ? '/digest add' : `/digest edit ${digest}`
  return `${verb} ${named.map(([name, value]) => `${name}: ${value}`).join(' ')}`
}

async function zoneOf(
  ask: Asking,
  values: Values,
  schedule: ReadSchedule | null,
  before: string | null,
  what: string,
): Promise<string | Reply> {
  const { words, poster, person } = ask
  if (values.zone?.trim()) {
    const read = readZone(values.zone)
    return read.ok ? read.value : ask.refuse(words.mistake(read.mistake))
  }
  const own = schedule?.zone ?? before ?? (await poster?.zoneOf(person)) ?? null
  if (own !== null) {
    // what a platform tells is a name like any other
    const read = readZone(own)
    if (read.ok) return read.value
  }
  const said = { ...values, what, when: values.when ?? scheduleIn(what, values) }
  const items = ZONES_OFFERED.map((zone) => ({ label: zone, query: againLine({ ...said, zone }) }))
  return ask.reply([{ kind: 'buttons', prompt: words.zoneMissing, items }])
}

/** Where it goes, and whether this person may have it posted there. */
async function placeOf(ask: Asking, where: string | undefined): Promise<Place | Reply> {
  const { words, turn, poster, person, here, deps } = ask
  const said = where?.trim() ?? ''
  if (turn.platform === 'console') return { platform: 'console', tenant: null, id: 'console' }
  const isDirect = ME.test(said) || (turn.direct === true && HERE.test(said))
  if (isDirect) {
    const place = turn.direct === true ? here : await poster?.direct(person)
    if (place === undefined || turn.stranger === true) return ask.refuse(words.mayNotPost)
    const there = await deps.store.list({ platform: place.platform, place: place.id })
    return there.length >= MOST_DIRECT ? ask.refuse(words.tooMany(MOST_DIRECT)) : place
  }
  const place = HERE.test(said) ? here : ((await poster?.placeNamed(said, person)) ?? null)
  if (place === null)
    return ask.refuse(words.placeUnknown(said.replace(/[^\p{L}\p{N} #_-]/gu, '').slice(0, LONGEST_SHOWN)))
  return (await deps.mayManage(turn, place)) ? place : ask.refuse(words.mayNotPost)
}

function policyOf(said: string | undefined): DigestPolicy | null {
  const text = said?.trim().toLowerCase() ?? ''
  if (text === '') return 'changes'
  return DIGEST_POLICIES.find((policy) => policy === text) ?? null
}

/** The one-line form of a query, as buttons carry it: a lone word would be a question. */
const isLine = (text: string): boolean =>
  text === 'summary' || (/ [a-z]+:/.test(text) && parseQuery(text) !== null)

const exampleOf = (what: string, locale: 'en' | 'zh'): string =>
  locale === 'zh' ? `/digest add ${what} 每周一早上九点` : `/digest add ${what}, weekdays 9:00`

const EXAMPLES = {
  en: '/digest add new energy in Shandong, weekdays 9:00',
  zh: '/digest add 山东新能源 每周一早上九点',
} as const
const EDITS = { en: 'weekdays 10:00', zh: '工作日10点' } as const
const EVERYTHING =
  /^(?:every ?thing|anything|all|all news|news)(?: (?:that is )?new)?$|^(?:全部|所有|一切)(?:的)?(?:新)?(?:内容|消息|事实|变化)?$|^(?:新消息|最新消息|最新内容)$/i
const HERE = /^(?:|here|this channel|这里|此处|本频道)$/i
const ME = /^(?:me|dm|myself|private|我|私信|发给我)$/i
const MOST_DIRECT = 5
const ID_TRIES = 5
const LONGEST_SHOWN = 60
const ZONES_OFFERED = ['Asia/Shanghai', 'Europe/London', 'America/New_York']
