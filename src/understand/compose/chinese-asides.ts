/**
 * Chinese clauses that only say who asks and what for: 编辑催着要, 毕业设计要写, 我刚调来这个处. A clause that names nothing
 * and speaks of the asker or the talk is no condition, and its unknown words are passed over aloud. One that is only a
 * noun (无人机), that asks (我想查走私), narrows or denies (我只算城区) stays a part of the question.
 */
import type { Span } from '../segment.ts'

/** The places of the unknown spans that stand in such clauses. */
export function contextOf(spans: readonly Span[]): ReadonlySet<number> {
  const context = new Set<number>()
  if (!spans.some(isUnknown) || !spans.some(isBreak)) return context
  let begin = 0
  let isAsked = false
  const found: number[][] = []
  for (let end = 0; end <= spans.length; end++) {
    const span = spans[end]
    if (span !== undefined && !isBreak(span)) continue
    const clause = spans.slice(begin, end)
    if (clause.some(isNaming)) isAsked = true
    else if (isBeside(clause.map(({ text }) => text).join('')))
      found.push(clause.flatMap((one, at) => (isUnknown(one) ? [begin + at] : [])))
    begin = end + 1
  }
  // somewhere something must be asked for
  if (isAsked) for (const at of found.flat()) context.add(at)
  return context
}

const isBeside = (text: string): boolean => SPEAKS.test(text) && !ASKS.test(text) && !NARROWS.test(text)

const isUnknown = ({ meaning }: Span): boolean => meaning.kind === 'unknown'
const isBreak = ({ meaning, text }: Span): boolean => meaning.kind === 'mark' && BREAKS.has(text)

/** What a question is made of; an unknown word in Latin letters may be a company. */
const isNaming = ({ meaning, text }: Span): boolean =>
  meaning.kind === 'period' ||
  meaning.kind === 'amount' ||
  (meaning.kind === 'unknown' && LATIN.test(text)) ||
  (meaning.kind === 'names' &&
    meaning.entities.some(({ kind, id }) =>
      kind === 'cue'
        ? !id.startsWith('joint:') && !id.startsWith('talk:') && id !== 'follow:pronoun'
        : NAMES.has(kind),
    ))

const BREAKS: ReadonlySet<string> = new Set([',', '.', '。', ';', '?', '!', ':', '、'])
const LATIN = /[a-z]/
const NAMES: ReadonlySet<string> = new Set([
  'region',
  'industry',
  'base',
  'measure',
  'organisation',
  'other',
  'unit',
])
/** The asker, those he asks for, and what the figure is for. */
const SPEAKS =
  /[我咱俺您你稿谢急催]|领导|老板|同事|同行|编辑|主编|记者|客户|老师|导师|甲方|乙方|朋友|上司|上级|上头|组里|部门里|单位里|公司里|报告|论文|材料|汇报|开会|发言|演讲|讲座|作业|毕业|课题|备课|写|听说|据说|网上|有人|大家|群里/u
/** What is asked stands behind these. */
const ASKS =
  /[问查找看求搜几哪吗呢]|想知|想了解|了解|知道|想要|我要|要的|需要|关于|多少|什么|怎|数据|数字|情况|的是|指|告诉|介绍|说说|讲讲|给我|列/u
/** What narrows or denies is a condition; so is a clause that ends as a possessive (我们村的). */
const NARROWS = /[不没别未非无只仅光除扣剔减按含算净均每价]|去掉|单独|包括|以外|之外|部分|口径|范围|的$/u
