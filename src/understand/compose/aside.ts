/**
 * What is said beside an English question: "I'm writing about the retreat of coal.", "a colleague of mine insists that
 * half of it ...", "for a feature on the Yellow River:". A clause that asks nothing and speaks of the asker, of readers
 * and colleagues or of what others say is no condition: its unknown words are passed over aloud, its figures are
 * hearsay, and its names only fill what the question itself leaves open. A clause of nothing but names stays a part of
 * the question.
 */
import { TURNED_ROUND } from '../language/turned-round.ts'
import type { Span } from '../segment.ts'
import { isHan } from '../tokens.ts'
import type { Parts } from './draft.ts'

export interface Apart {
  /** The question, its spans and its text. */
  asked: Span[]
  text: string
  /** What was said beside it. */
  aside: Span[]
  asideText: string
}

/** The question apart from what is said beside it; null where there is nothing beside it. */
export function apart(spans: readonly Span[]): Apart | null {
  if (!spans.some((span, at) => at > 0 && at < spans.length - 1 && mayEndClause(span))) return null
  const clauses = clausesOf(spans)
  if (clauses.length < 2) return null
  const sides = clauses.map((clause, at) => isBeside(clause) || isLeadIn(clauses, at))
  const isQuestion = (clause: Clause, at: number): boolean =>
    !sides[at] && (asks(clause) || clause.spans.some(isNaming))
  if (!sides.includes(true) || !clauses.some(isQuestion)) return null
  const asked = clauses.filter((_, at) => !sides[at]).flatMap((clause) => clause.spans)
  const aside = clauses.filter((_, at) => sides[at]).flatMap((clause) => clause.spans)
  return { asked, text: textOf(asked), aside, asideText: textOf(aside) }
}

/** Lets the names said beside the question fill what it leaves open; the rest was passed over, and is said so. */
export function addAside(parts: Parts, aside: Parts): void {
  const { bases, measures, places, industries, organisations, periods, cues, amounts } = parts
  const isOpen = bases.length + measures.length === 0
  // a question about marine tourism is not one about the economy that was spoken of before
  if (industries.length === 0) fill(bases, aside.bases.slice(-1))
  fill(places, aside.places)
  fill(industries, aside.industries)
  if (organisations.length === 0) organisations.push(...aside.organisations)
  if (periods.length === 0) periods.push(...aside.periods)
  // who knows the growth already asks for the figure itself
  if (!isOpen && KNOWN.test(aside.text) && aside.measures.length > 0 && measures.length === 0)
    cues.add('ask:amount')
  else if (isOpen) fill(measures, aside.measures)
  if (isOpen && ![...cues].some((cue) => cue.startsWith('status:')))
    for (const cue of aside.cues) if (cue.startsWith('status:')) cues.add(cue)
  // "I heard it was 5.4 percent. Is that right?" asks about the figure, "what was it?" does not
  if (isOpen && IS_IT.test(parts.text)) fill(amounts, aside.amounts)
  parts.links.push(...aside.links.filter(({ entity }) => entity !== 'unknown'))
  parts.light.push(...aside.light)
  const topic = industries.length === 0 ? (TOPIC.exec(aside.text)?.[1]?.split(' ') ?? []) : []
  // "Volkswagen called off its hub: how much money?"; a chapter that is nearly finished is the asker's
  const isTurned = aside.places.length + aside.organisations.length > 0
  // 我在研究青岛的国企利润，2022年多少: what is measured was said there, with all that narrows it
  const isBorrowed = isOpen && industries.length === 0 && aside.bases.length > 0
  const isNarrowing = (word: string): boolean =>
    (isBorrowed && isHan(word[0]!)) ||
    NARROWS.has(word) ||
    (isTurned && TURNED_ROUND.has(word)) ||
    topic.includes(word)
  parts.unknown.push(...aside.unknown.filter(isNarrowing))
  if (parts.bases.length > 0) parts.unknown.push(...aside.limiting.map(({ text }) => text))
  parts.soft.push(...aside.soft, ...aside.unknown.filter((word) => !isNarrowing(word)))
}

/** What the question names itself is not named again; the places of what is taken over are not those of the question. */
function fill<T extends { at: number }>(own: T[], others: readonly T[]): void {
  if (own.length === 0) own.push(...others.map((one) => ({ ...one, at: -1 })))
}

interface Clause {
  spans: Span[]
  text: string
  /** Whether it ends in a question mark. */
  isQuestion: boolean
  /** Whether a colon ends it. */
  isOpening: boolean
  /** Whether it ends or begins within a sentence. */
  isPart: boolean
}

/** Sentences, and what a colon, a dash or "and would like to know" sets off within one. */
function clausesOf(spans: readonly Span[]): Clause[] {
  const clauses: Clause[] = []
  let begin = 0
  let isPart = false
  const close = (end: number, next: number, isInner: boolean): void => {
    if (end > begin) {
      const own = spans.slice(begin, end)
      const isQuestion = spans.slice(end, next).some(({ text }) => text === '?')
      const isOpening = spans.slice(end, next).some(({ text }) => text === ':')
      // "tomorrow's", "I've": as the patterns below write them
      const text = textOf(own).replaceAll("'", '')
      clauses.push({ spans: own, text, isQuestion, isOpening, isPart: isPart || isInner })
    }
    begin = next
    isPart = isInner
  }
  for (let at = 0; at < spans.length; at++) {
    const span = spans[at]!
    if (isMark(span) && ENDS.has(span.text)) close(at, at + 1, span.text === ':')
    else if (isMark(span) && span.text === ',' && turns(spans, at + 1)) close(at, at + 1, true)
    else if (at > begin && isWish(spans, at)) close(at, at, true)
  }
  close(spans.length, spans.length, false)
  return clauses
}

const isMark = ({ meaning }: Span): boolean => meaning.kind === 'mark'
const mayEndClause = (span: Span): boolean => (isMark(span) && span.text !== '/') || WISHES.has(span.text)

/** Whether a comma before `at` parts two clauses: ", could you", ", since our members", ", how many". */
const turns = (spans: readonly Span[], at: number): boolean => {
  const first = spans[at]?.text ?? ''
  return (
    TURNS.has(first) ||
    QUESTION_BEGINS.test(first) ||
    (REASONS.has(first) && OFFICE.test(textOf(spans.slice(at, at + REASON_REACH)).replaceAll("'", '')))
  )
}

/** "... and would like to know how", "and I need to find out", "and wonder which" */
function isWish(spans: readonly Span[], at: number): boolean {
  if (!WISHES.has(spans[at]!.text)) return false
  const words = textOf(spans.slice(at, at + 4))
  return KNOWS.test(words) || WONDERS.test(words)
}

/** Whether a clause only says who asks, why, and what others say. */
function isBeside(clause: Clause): boolean {
  const { text, spans, isPart } = clause
  if (CHOICE.test(text)) return true
  if (asks(clause) || RESTRICTS.test(text) || (NEGATES.test(text) && !UNSURE.test(text))) return false
  if (ERRAND.test(text) || WORKING.test(text) || OTHERS.test(text)) return true
  if (!ASKER.test(text)) return false
  // within a sentence "for Qingdao I ..." may say what is asked: there the asker must say what he does or has heard
  return !isPart || DOES.test(text) || !spans.some(isKnownName)
}

/**
 * What leads up to a question in the same sentence: "With solar on the agenda for Monday, could you ...", "Our committee
 * wants to see how ambitious they are: what income ...". It speaks of the asker's work, and the question follows.
 */
function isLeadIn(clauses: readonly Clause[], at: number): boolean {
  const { text, isPart, isQuestion, isOpening } = clauses[at]!
  const isReason = REASON.test(text)
  // the mark at the end of "how fast did it grow, as it came up in the meeting?" belongs to the question before
  const isBehind = isReason && at > 0 && asks(clauses[at - 1]!)
  if (!isPart || (isQuestion && !isBehind) || RESTRICTS.test(text) || NEGATES.test(text)) return false
  if (BEGINS.test(text)) return false
  const rest = clauses.slice(at + 1)
  const opens = isOpening || (rest[0] !== undefined && rest.slice(0, 2).some(({ isOpening: ends }) => ends))
  const follows = rest.some((one) => BEGINS.test(one.text))
  if (follows && opens) return ASKER.test(text) || OFFICE.test(text) || LEADS_ON.test(text)
  return isReason && OFFICE.test(text) && (follows || at > 0) && !REQUESTS.test(text)
}

const asks = ({ text, isQuestion }: Clause): boolean => isQuestion || BEGINS.test(text) || REQUESTS.test(text)

const isNaming = ({ meaning }: Span): boolean =>
  meaning.kind === 'period' ||
  meaning.kind === 'amount' ||
  meaning.kind === 'unknown' ||
  (meaning.kind === 'names' && meaning.entities.some(({ kind }) => NAMES.has(kind)))

const isKnownName = (span: Span): boolean =>
  isNaming(span) &&
  span.meaning.kind === 'names' &&
  span.meaning.entities.every(({ kind }) => kind !== 'other')

const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join(' ')

const NAMES: ReadonlySet<string> = new Set(['region', 'industry', 'base', 'measure', 'organisation', 'other'])
const ENDS: ReadonlySet<string> = new Set(['.', '?', '!', ';', ':', '-'])
/** Words before which a comma parts two clauses. */
const TURNS: ReadonlySet<string> = new Set(
  'i im ive id we weve my our your but so how what which who did does was is were could can tell give show by please'.split(
    ' ',
  ),
)
/** "with beer likely to come up on Monday": what is to be spoken of. */
const TOPIC =
  /\bwith ([^.?!,]{1,80}?) (?:likely|sure|bound|certain|set|due|coming|back|high|on the agenda|in the news|in the headlines|up for|being discussed|under discussion)\b/
/** A reason behind the question: ", since our members ...", ", as it came up in the meeting". */
const REASONS: ReadonlySet<string> = new Set(
  'since because as for so given in it with before ahead this that'.split(' '),
)
const REASON_REACH = 14
const REASON =
  /^(?:and |so |but )?(?:with|as|since|because|given|for|so that|ahead of|before|after|in view of|in light of|in preparation for|in advance of|now that|seeing that|seeing as|considering|in case|when|while|if|it is|its|this is|that is)\b/
/** The asker's people, papers, meetings and days. */
const OFFICE =
  /\b(?:my|our|we|i|us|me|committee|board|panel|members|readers|listeners|audience|viewers|clients?|boss|editors?|minister|mayor|ambassador|chairman|chairwoman|delegation|meeting|hearing|conference|debate|workshop|webinar|seminar|lecture|class|exam|quiz|interview|call|briefing|brief|speech|talk|keynote|podium|agenda|q ?& ?a|qa|question time|position paper|paper|report|article|chapter|section|annex|appendix|footnote|slide|slides|deck|handout|newsletter|podcast|episode|broadcast|draft|deadline|press|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|next week|this week|this afternoon|this morning|this evening)\b/
/** "... wants to see how ambitious they are:" */
const LEADS_ON =
  /\b(?:wants?|wanted|wishes|hopes|tries|wonders|asks|asked) to (?:see|know|hear|learn|find|understand|judge)\b/
const QUESTION_BEGINS =
  /^(?:how many|how much|how|what|which|who|could|can|would|please|kindly|tell|give|list|rank|compare|remind|do|does|did|is|are|was|were|need|needs|want|wanted|require|looking for|any idea|what is|what was|what are|what were|what share|what percentage)\b/
const WISHES: ReadonlySet<string> = new Set(
  'would like to|want to|wanted to|need to|wish to|trying to|like|want|wanted|need|trying|wish|keen|curious|hoping|hope|wonder|wondering|ask|asking'.split(
    '|',
  ),
)
const KNOWS = /\bto (?:know|find|learn|ask|understand|establish|check|confirm|cite|quote|see)\b/
const WONDERS =
  /^(?:wonder|wondering|ask|asking|curious) (?:about )?(?:how|what|which|who|where|when|whether|if|by)\b/
/** How a question or a request begins. */
const BEGINS =
  /^(?:(?:and|but|so|well|ok|okay|hi|hello|hey|please|pls|sorry|now|then|good morning|thanks) )*(?:what|which|who|whose|where|when|why|how|by (?:how|what)|to what|in (?:what|which)|at what|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|give|show|tell|list|name|rank|compare|find|look|check|get|pull|define|explain|break|plot|summarise|summarize|need|want)\b/
const REQUESTS =
  /\b(?:how (?:much|many|fast|big|large|high|far|strongly)|what|tell me|tell us|give me|show me|to know|looking for|need|needs|want|wants|would like|wonder|wondering|asking|question|curious|could you|can you|please (?:give|tell|show|find)|remind me)\b/
/**
 * Words that make another figure of one wherever they are said: "I study rural incomes. What was the disposable income
 * of ...?" is no question about the incomes of all.
 */
const NARROWS: ReadonlySet<string> = new Set(
  `rural urban net gross private foreign domestic overseas state owned household migrant military civilian female male
  women men children elderly cancelled canceled failed abandoned scrapped shelved suspended postponed halted delayed
  withdrawn revoked rejected resold sold unsold secondhand used imported leased rented borrowed lent owed illegal fake
  counterfeit smuggled alleged former previous monthly weekly daily hourly quarterly adjusted seasonally nominal constant
  preliminary revised provisional estimated excluding smallest median minimum maximum listed unlisted insured stolen
  damaged destroyed vacant idle bankrupt subsidised subsidized untaxed unfinished disputed refurbished recycled`.split(
    /\s+/,
  ),
)
/** What narrows a question is a part of it. */
const RESTRICTS =
  /\b(?:only|mean|meant|except|excluding|exclude|without|ignore|besides|instead|rather|leave out|skip|care|specifically|namely|limit|restrict|focus|concerned|interested|talking about|speaking of|thinking of|referring to|refers? to)\b/
const NEGATES = /\b(?:not|non|no|never|other than|apart from)\b/
const UNSURE = /\b(?:not (?:sure|certain|clear)|no idea)\b/
const ASKER = /\b(?:i|im|ive|id|ill|we|weve|wed|my|mine|our|ours|your|yours)\b/
const DOES =
  /\b(?:meeting|visiting|hosting|travelling|traveling|flying|benchmarking|comparing notes|onboarding|contacting|contact|writing|working|preparing|drafting|compiling|editing|researching|studying|reading|covering|looking|finishing|filing|pitching|presenting|putting together|told|heard|hear|read|seen|saw|know|knew|remember|think|thought|believe|guess|understand|noticed|recall|suspect|found|insists?|insisted|claims?|claimed|interests?|matters?|fascinates?|intrigues?)\b/
/** "for a feature on ...", "fact check", "homework": what it is for. */
const ERRAND =
  /^(?:and )?for (?:a|an|the|my|our|this|some|tomorrows?) (?:[a-z]+ ){0,3}?(?:feature|piece|article|story|report|paper|essay|thesis|talk|speech|slide|slides|deck|presentation|lecture|quiz|meeting|note|memo|column|chart|table|book|blog|project|homework|assignment|graphic|infographic|caption|headline|factbox|sidebar|explainer|profile|newsletter|podcast|script|email|pitch|brief|briefing|handout|dossier|factsheet|poster|editorial|spreadsheet|dashboard|interview|chapter|section|footnote)\b|^(?:context|background|fyi|heads up|fact check|homework)\b/
/** "prepping a deck on ...", "still finishing the chapter on ...": what the asker is at. */
const WORKING =
  /^(?:(?:im|i am|we are|currently|just|still|busy|now|here) )*(?:prepping|preparing|writing|drafting|editing|building|making|doing|finishing|finalising|finalizing|compiling|assembling|putting together|pulling together|working on|working up|updating|proofreading|reviewing|researching|polishing|rehearsing|prep|prepping for|preparing for|getting ready for|in the middle of)(?: up)? (?:a|an|the|my|our|some|another|this|tomorrows?) (?:[a-z]+ ){0,2}(?:deck|slides?|pitch|presentation|talk|speech|lecture|feature|piece|article|story|report|paper|essay|thesis|dissertation|chapter|section|quiz|memo|note|brief|briefing|column|chart|table|handout|newsletter|podcast|profile|explainer|infographic|factsheet|fact sheet|spreadsheet|dossier|backgrounder|wikipedia article|homework|assignment|interview|call|meeting)\b/
/** "analysts say", "two counts circulate", "some people claim": what others say. */
const OTHERS =
  /\b(?:colleagues?|editors?|boss|clients?|friends?|journalists?|reporters?|readers|analysts?|economists?|columnists?|bloggers?|experts?|officials|ministers?|professors?|commentators?|pundits?|newspapers?|papers|somebody|someone|people|some|others|they|press|media|rumours?|rumors?|counts|numbers|figures|sources|reports|articles?|estimates|versions) (?:[a-z]+ ){0,2}?(?:say|says|said|claim|claims|claimed|insist|insists|insisted|argue|argues|argued|think|thinks|believe|believes|report|circulate|circulates|disagree|disagrees|differ|differs|conflict|contradict|suggest|suggests|told|wrote|writes|quote|quotes|go around|going around)\b|\b(?:is|was) told\b|\brumou?r has it\b|\bword has it\b|^(?:allegedly|apparently|supposedly)\b/
/** "which is it?", behind figures that do not agree */
const CHOICE =
  /^(?:so |and )?(?:which (?:one )?|what )(?:is|was) (?:it|right|correct|true|the right one)(?: now| then)?$/
/** "I already know the growth rate" */
const KNOWN = /\b(?:already|know|knew|have|got)\b|知道|清楚|有了|已有|我有/
const IS_IT =
  /\b(?:right|true|correct|wrong|accurate|so)\b|\bwhat (?:does|do|did|would|might|could|can) (?:it|that|this|they|these|those) (?:refer to|stand for|describe|measure|mean|represent|belong to|relate to|count)\b|\bwhat (?:is|was) (?:it|that|this) (?:of|about|for)\b/
