/**
 * Words that carry nothing elsewhere and restrict where they stand: "phase two", "almost finished", "put the plan off",
 * "did Anhui recall", "joint-venture projects", 每人, 少造了. A fact's own text must say the same.
 */
import type { Span } from '../segment.ts'
import type { Parts } from './draft.ts'

/** Adds to the unknown words what restricts where it stands. */
export function hearRestricting(parts: Parts): void {
  const { spans, unknown } = parts
  for (let at = 0; at < spans.length; at++) {
    const { text } = spans[at]!
    const rule = RULES.get(text)
    if (rule === undefined) continue
    const word = rule(parts, at)
    if (word !== null && !unknown.includes(word)) unknown.push(word)
  }
}

/** The word that a fact's text must hold; null where the span restricts nothing. */
type Rule = (parts: Parts, at: number) => string | null

/** "phase two", "stage 2", "line II": the ordinal tells one part of several. */
const numbered: Rule = ({ spans, amounts }, at) => {
  const ordinal = ORDINALS.get(spans[at + 1]?.text ?? '')
  if (ordinal === undefined) return null
  const digit = amounts.findIndex((amount) => amount.at === at + 1)
  if (digit >= 0) amounts.splice(digit, 1)
  return ordinal
}

/** "almost finished", "nearly invested": what was almost done was not; "almost 14 billion" says how much. */
const almost: Rule = ({ spans }, at) => {
  const next = spans[at + 1]
  return next !== undefined && (isOfKinds(next, DONE) || DONE_WORDS.has(next.text)) ? 'almost' : null
}

/** "called the project off", "put its plan back": the particle turns the verb. */
const particle: Rule = ({ spans }, at) => {
  const { text } = spans[at]!
  if (text === 'out' && spans[at + 1]?.text !== 'of') return null
  const verbs = text === 'out' ? OUT_OF : OFF_AND_BACK
  for (let before = at - 2; before >= Math.max(0, at - LONGEST_OBJECT); before--) {
    if (!verbs.has(spans[before]!.text)) continue
    const object = spans.slice(before + 1, at)
    if (object.some(({ text: word }) => ASKERS.has(word))) return null
    if (text === 'out' && !object.some(({ text: word }) => MONEY.has(word))) return null
    return `${spans[before]!.text} ${text}`
  }
  return null
}

/** "how many cars did Anhui recall": behind "did" and its subject the verb says what was done. */
const verbOfPlace: Rule = ({ spans }, at) => {
  const isBehindPlace =
    isOfKinds(spans[at - 1], SUBJECTS) && spans.slice(0, at).some(({ text }) => DID.has(text))
  return isBehindPlace ? spans[at]!.text : null
}

/** "how much did Volkswagen earn from its hub": what comes in is not what was put in; "earn in exports" says what it is. */
const gained: Rule = (parts, at) =>
  parts.bases.every(({ ids }) => ids.every((id) => PUT_IN.has(id))) ? verbOfPlace(parts, at) : null

/** "joint-venture projects" are some of the projects. */
const ofThings: Rule = ({ spans }, at) => (isOfKinds(spans[at + 1], THINGS) ? spans[at]!.text : null)

/** "provincial projects in Dongying", 国家级项目: what is of another level than the place is some of what there is. */
const ofLevel: Rule = ({ spans, places, cues }, at) => {
  const { text } = spans[at]!
  const code = places.find((place) => place.at !== at)?.readings[0]?.id
  if (code === undefined || cues.has('intent:compare')) return null
  const next = spans[spans[at + 1]?.text === '的' || spans[at + 1]?.text === 'level' ? at + 2 : at + 1]
  if (next !== undefined && LISTED.has(next.text) && LEVELS.has(spans[at + 2]?.text ?? '')) return text
  const isOther = !levelsOf(code).includes(LEVELS.get(text)!)
  return isOther && isOfKinds(next, THINGS) && !isOfKinds(next, NATIONAL) ? text : null
}

/** What a place's own things are called. */
function levelsOf(code: string): string[] {
  if (MUNICIPALITY.test(code)) return ['province', 'prefecture']
  if (code.endsWith('0000')) return code.startsWith('10') ? ['country'] : ['province']
  return code.endsWith('00') ? ['prefecture'] : ['county']
}

/** "real GDP" is counted in the prices of another year; its growth always is. */
const inOtherPrices: Rule = ({ spans, measures, cues }, at) =>
  isOfKinds(spans[at + 1], PRICED) && measures.length === 0 && !cues.has('ask:rate') ? 'real' : null

/** "firms left Zaozhuang": they are not there. */
const leaving: Rule = ({ spans }, at) => (isOfKinds(spans[at + 1], SUBJECTS) ? spans[at]!.text : null)

/** "robot orders" are no ranking. */
const always: Rule = ({ spans }, at) => spans[at]!.text

/** "annual investment" of a project is no total; 企业研发投入 is none of research institutes. */
const before =
  (...bases: string[]): Rule =>
  ({ spans }, at) =>
    isOfKinds(spans[at + 1], new Set(bases)) ? spans[at]!.text : null

/** "projects completed" are not those that were begun, signed or planned; an investment that was completed is one. */
const completed: Rule = ({ spans, bases, cues, amounts }, at) => {
  const areProjects =
    bases.length === 0
      ? cues.has('ask:count') && amounts.length === 0
      : bases.every(({ ids }) => ids.every((id) => PROJECTS.has(id)))
  return areProjects ? spans[at]!.text : null
}

/** "how many more does Beijing need": more than there are; "how many more than Jinan" compares. */
const missing: Rule = ({ spans, places, cues }, at) =>
  places.length < 2 && !cues.has('intent:compare') && !spans.some(({ text }) => text === 'than')
    ? spans[at]!.text
    : null

/** "Qingdao city-centre GDP": of the name only the city was read. */
const centre: Rule = ({ spans }, at) =>
  /\b(?:city|town)$/.test(spans[at - 1]?.text ?? '') ? spans[at]!.text : null

/** 北京还缺多少: more than there are; 表里还缺北京的 is the asker's. */
const lacking: Rule = ({ spans }, at) =>
  HOW_MANY_ZH.test(spans[at + 1]?.text ?? '') ? spans[at]!.text : null

/** "Qingdao's GDP, the rest": alone it asks for more of what was told. */
const rest: Rule = ({ spans, bases }, at) => (bases.length > 0 ? spans[at]!.text : null)

/** 截至2023年累计产量: what was made over all years is no year's. */
const cumulative: Rule = ({ text, bases }) =>
  UNTIL_ZH.test(text) && bases.some(({ ids }) => ids.some((id) => FLOWS.has(id))) ? '累计' : null

/** 每人, 每辆: of each; 每年 and 每个 ask for a series. */
const each: Rule = ({ spans, text }, at) => {
  const next = spans[at + 1]
  const isUnit = isOfKinds(next, UNITS) && !AVERAGED.test(text)
  return isUnit && !SERIES.has(next!.text) ? `每${next!.text}` : null
}

/** 少造了, 多报了: less or more than something else. */
const lessOrMore: Rule = ({ spans }, at) => {
  const next = spans[at + 1]
  return next !== undefined && (isOfKinds(next, BASES) || VERBS_ZH.test(next.text)) && at > 0
    ? spans[at]!.text + next.text
    : null
}

function isOfKinds(span: Span | undefined, kinds: ReadonlySet<string>): boolean {
  const meaning = span?.meaning
  return (
    meaning?.kind === 'names' && meaning.entities.some(({ kind, id }) => kinds.has(kind) || kinds.has(id))
  )
}

const VERBS =
  'recall recalled design designed order ordered end ended overstate overstated understate understated bungle misplace split watch miss'.split(
    ' ',
  )
const GAINED = 'earn earned recoup recouped pocket pocketed raise raised reap net netted'.split(' ')
const FROM: ReadonlySet<string> = new Set('from on off'.split(' '))
const PUT_IN: ReadonlySet<string> = new Set(['investment', 'company-project', 'project-investment', 'fund'])
const LEVELS: ReadonlyMap<string, string> = new Map([
  ['national', 'country'],
  ['provincial', 'province'],
  ['municipal', 'prefecture'],
  ['county level', 'county'],
  ['county levels', 'county'],
  ['国家级', 'country'],
  ['省级', 'province'],
  ['市级', 'prefecture'],
])
/** Named by a state programme wherever they are. */
const NATIONAL: ReadonlySet<string> = new Set(['high-tech-enterprises'])
const LISTED: ReadonlySet<string> = new Set([',', 'and', '/'])
const MUNICIPALITY = /^(?:11|12|31|50)0000/
const NUMBERED = 'phase stage batch tranche section unit lot round wave train'.split(' ')
const ORDINALS: ReadonlyMap<string, string> = new Map(
  ['first one 1 i', 'second two 2 ii', 'third three 3 iii', 'fourth four 4 iv', 'fifth five 5 v'].flatMap(
    (line) => {
      const [ordinal, ...others] = line.split(' ') as [string, ...string[]]
      return others.map((other) => [other, ordinal] as const)
    },
  ),
)
const DONE: ReadonlySet<string> = new Set(['base', 'measure', 'status:actual', 'status:ongoing', 'unknown'])
const DONE_WORDS: ReadonlySet<string> = new Set(
  'make made making produce built build building got get reached achieved hit put spent finished opened started'.split(
    ' ',
  ),
)
const OFF_AND_BACK: ReadonlySet<string> = new Set(
  `call called calling put putting pull pulled pulling push pushed pushing hold held holding send sent hand handed pay paid give
  gave given take took taken get got claw clawed roll rolled scale scaled turn turned throw threw thrown write wrote written
  keep kept lay laid bring brought`.split(/\s+/),
)
const OUT_OF: ReadonlySet<string> = new Set(
  'pull pulled pulling take took taken taking get got move moved moving keep kept draw drew'.split(' '),
)
const ASKERS: ReadonlySet<string> = new Set('me us my our i we your you'.split(' '))
const MONEY: ReadonlySet<string> = new Set(
  'money funds fund capital cash stake investment investments yuan dollars billion its their production plant'.split(
    ' ',
  ),
)
const LONGEST_OBJECT = 6
const SUBJECTS: ReadonlySet<string> = new Set(['region', 'organisation'])
const DID: ReadonlySet<string> = new Set('did does do has have had'.split(' '))
const THINGS: ReadonlySet<string> = new Set(['base', 'industry'])
const UNTIL_ZH = /截至|截止|迄今|至今|以来|为止|历年/
const FLOWS: ReadonlySet<string> = new Set([
  'output',
  'output-value',
  'sales',
  'exports',
  'imports',
  'revenue',
  'profit',
])
const HOW_MANY_ZH = /^(?:多少|几)/
const PROJECTS: ReadonlySet<string> = new Set([
  'projects',
  'key-projects',
  'signed-projects',
  'new-projects',
  'projects-under-construction',
])
const PRICED: ReadonlySet<string> = new Set(['gdp', 'disposable-income', 'wages'])
const BASES: ReadonlySet<string> = new Set(['base'])
const UNITS: ReadonlySet<string> = new Set(['unit'])
/** 平均每个项目 is worked out */
const AVERAGED = /平均|均/
const SERIES: ReadonlySet<string> = new Set(['年', '个', '项', '家', '次'])
const VERBS_ZH = /^(?:投|造|建|报|算|产|卖|花|拿|签|引|招|招引|报了|投了|建了|花了|拿了)/

/** 一起开工的项目: some of those that were begun. */
const STARTED_TOGETHER = '集中开工 一起开工 同时开工 集体开工 集中开工的项目 集中开工项目'.split(' ')
const together: Rule = () => '集中开工'

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...NUMBERED.map((word) => [word, numbered] as const),
  ['almost', almost],
  ['nearly', almost],
  ...['off', 'back', 'away', 'out'].map((word) => [word, particle] as const),
  ...VERBS.map((word) => [word, verbOfPlace] as const),
  ...GAINED.map((word) => [word, gained] as const),
  ['make', (parts, at) => (FROM.has(parts.spans[at + 1]?.text ?? '') ? gained(parts, at) : null)],
  ...['joint venture', 'joint ventures', 'joint-venture', '合资'].map((word) => [word, ofThings] as const),
  ...['used', 'possible', 'potential', 'broken', 'coastal', 'central', 'early'].map(
    (word) => [word, ofThings] as const,
  ),
  ...[...LEVELS.keys()].map((word) => [word, ofLevel] as const),
  ['real', inOtherPrices],
  ['left', leaving],
  ...['还缺', '就缺', '只缺', '单缺'].map((word) => [word, lacking] as const),
  ['centre', centre],
  ['center', centre],
  ...['the rest', '其余', '其余的'].map((word) => [word, rest] as const),
  ...['how many more', 'how much more'].map((word) => [word, missing] as const),
  ['累计', cumulative],
  ['orders', always],
  ['annual', before('investment', 'key-project-investment', 'project-investment')],
  ...['corporate', 'enterprise', '企业'].map((word) => [word, before('rd-spending')] as const),
  ...['completed', 'complete', 'finished', '竣工', '完工', '建成'].map((word) => [word, completed] as const),
  ...STARTED_TOGETHER.map((word) => [word, together] as const),
  ['每', each],
  ['少', lessOrMore],
  ['多', lessOrMore],
])
