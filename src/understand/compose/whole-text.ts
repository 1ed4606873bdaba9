/** Turns of phrase that no single span shows: "how did ... change", "where does ... come from", 和青岛比呢. */
import { Pattern } from '../signals.ts'
import { hearChineseTurns } from './chinese-turns.ts'
import type { Parts } from './draft.ts'
import { addLevelOfSingular } from './place-words.ts'

/** Adds the cues (and a unit of money) that the question as a whole gives. */
export function hearWholeText(parts: Parts): void {
  const { text, signals, cues, measures, units } = parts
  addLevelOfSingular(parts)
  hearChineseTurns(parts)
  if (COMPARED_ZH.test(text, signals) || (parts.places.length === 1 && ADDED.test(text, signals)))
    cues.add('intent:compare')
  if (HOW_CHANGED.test(text, signals)) {
    cues.add('intent:trend')
    measures.splice(0, measures.length, ...measures.filter(({ ids }) => !ids.includes('change')))
  }
  const counts = cues.has('ask:count') || cues.has('order:highest') || cues.has('order:lowest')
  if (counts && parts.bases.length === 0 && parts.industries.length > 0 && MAKES.test(text))
    parts.bases.push({ ids: ['output'], at: -1, text: 'make' })
  if (HOW_MANY.test(text, signals)) cues.add('ask:count')
  if (CITIES_ZH.test(text, signals)) cues.add('level:prefecture')
  if (PROVINCES_ZH.test(text, signals)) cues.add('level:province')
  if (isMoreAlone(parts)) {
    cues.delete('order:highest')
    cues.add('follow:more')
  }
  if (BROKEN_DOWN.test(text, signals)) cues.delete('direction:down')
  if (WHERE_FROM.test(text, signals)) cues.add('intent:sources')
  const money = MONEY_ASKED.exec(text, signals)
  if (money !== null && units.length === 0)
    units.push({ ids: [DOLLARS.test(money[0]) ? 'usd' : 'yuan'], at: -1, text: money[0] })
}

/** Whether it asks for yes or no: then a figure in it is to be checked, not a condition. */
export const asksYesNo = ({ text, signals, cues }: Parts): boolean =>
  YES_NO.test(text, signals) || cues.has('ask:yesno')

/** Whether it asks which things there are, rather than about one. */
export const asksWhich = ({ text, signals }: Pick<Parts, 'text' | 'signals'>): boolean =>
  WHICH.test(text, signals)

/** Whether it asks which of those spoken of before: "which of the two grew faster", 谁更高. */
export const asksAmong = ({ text, signals }: Pick<Parts, 'text' | 'signals'>): boolean =>
  AMONG.test(text, signals)

/** "which of them", "of the two", "which one is larger", 哪个更高; not 哪个城市 */
const AMONG = new Pattern(
  'two|three|four|five|them|those|these|which|who|谁|两|二|这|那|它|哪',
  /\b(?:of|between|among) (?:the|these|those) (?:two|three|four|five)\b|\b(?:which|who|what) of (?:them|those|these)\b|\bwhich (?:one|side)\b|^(?:and |so )?(?:which|who) (?:is|was|has|had|grew|did|came|ranks|leads)\b|^谁|两者|二者|两地|(?:这|那|它们?)(?:两|几)个|哪(?:个|一个|家|边)(?:的|更|比较|增|涨|高|低|大|小|多|少|快|慢)/,
)
/** "how many NEVs did it make", "makes the most"; elsewhere the verb says nothing of output. */
const MAKES = /\bmakes?\b(?! (?:up|sense|a|an)\b)/
const HOW_MANY = new Pattern('many', /\bhow many\b/)
/** 最高的三个城市 */
const CITIES_ZH = new Pattern('最', /最.{1,4}的?[一二两三四五六七八九十\d]{1,2}个城?市/)
const PROVINCES_ZH = new Pattern('最', /最.{1,4}的?[一二两三四五六七八九十\d]{1,2}个省/)
/** "more", "tell me more, please": nothing but this asks for the rest. */
const isMoreAlone = ({ spans }: Parts): boolean =>
  spans.some(({ text }) => text === 'more') &&
  spans.every(
    ({ text, meaning }) =>
      text === 'more' ||
      meaning.kind === 'mark' ||
      (meaning.kind === 'names' &&
        meaning.entities.some(({ kind, id }) => kind === 'light' || id.startsWith('talk:'))),
  )
/** 和青岛比呢, 跟合肥比怎么样 */
const COMPARED_ZH = new Pattern('比', /(?:和|跟|与|同)\S{1,12}比(?:呢|怎么样|如何|起来)?[?]?$/)
/** "add Zhejiang", 再加上浙江: one more place beside those spoken of. */
const ADDED = new Pattern(
  'add|include|throw|加|算',
  /^(?:and |now |please |pls |can you |could you )*(?:add|include|throw in)\b|^(?:请|把|那)?再?加[上入进]|^再加|也?算上/,
)
/** "how did the share change": over time, not by how much. */
const HOW_CHANGED = new Pattern(
  'how',
  /^how (?:did|has|have)\b.{0,80}\b(?:change[ds]?|develop(?:ed)?|evolve[ds]?)\b/,
)
/** "break GDP down by sector": nothing falls */
const BROKEN_DOWN = new Pattern(
  'down|breakdown',
  /\bbr(?:eak|oke|oken|eaking)\b.{0,80}\bdown\b|\bbreakdown\b|\bdrill down\b/,
)
/** "where does this number come from" */
const WHERE_FROM = new Pattern('where', /^where (?:is|are|does|do|did|was|were)\b.{0,80}\bfrom\b/)
/** "how many billion yuan", 多少亿元, 多少钱, 几百亿 */
const MONEY_ASKED = new Pattern(
  'many|多|几',
  /多少(?:亿|万|万亿)?美元|多少(?:[百千万]?亿|[十百千]?万)?元|多少[百千万]?亿|多少钱|几(?:千|百|十)?(?:亿|万)(?:元|(?![辆台家个吨户人名件座只套艘次条亩平公千]))|how many (?:billion |million )?(?:yuan|rmb|dollars)/,
)
const DOLLARS = /美元|dollars/
/** "did Dongying build ...", 是否建成, 有没有 */
const YES_NO = new Pattern(
  'is|are|was|were|did|does|do|has|have|had|can|will|吗|否|是|有|对',
  /^(?:so |and |but |hey |please )*(?:is|are|was|were|did|does|do|has|have|had|can|will)\b|吗|是否|是不是|有没有|对不对/,
)
/** "which projects", 哪些项目; not "what about Qingdao" */
const WHICH = new Pattern('which|what|哪|什', /\b(?:which|what)\b(?! about)|哪些|什么|哪几/)
