/**
 * Chinese clauses that say what a figure is wanted for, and by whom: 写安徽汽车的稿子, 下周去芜湖招商, 给汽车组准备材料, 有客户在看聊城.
 * They ask nothing; the names in them only fill what the question itself leaves open.
 */

import type { Span } from '../segment.ts'
import { isHeard, type Signals, signal } from '../signals.ts'
import type { Apart } from './aside.ts'
import { clausesOf, naming, textOf, wordsOf } from './clauses.ts'

/** The question apart from its errand; null where there is none. */
export function apartFromErrand(spans: readonly Span[], signals: Signals): Apart | null {
  if (!isHeard(HAN, signals)) return null
  const clauses = clausesOf(spans)
  if (clauses.length < 2) return null
  const errands = clauses.map((clause) => isErrand(wordsOf(clause)))
  const asked = clauses.filter((_, at) => !errands[at]).flat()
  if (!errands.includes(true) || !asked.some(isNamed)) return null
  const aside = clauses.filter((_, at) => errands[at]).flat()
  return { asked, text: textOf(asked), aside, asideText: textOf(aside) }
}

const isErrand = (text: string): boolean =>
  HAN_IN.test(text) &&
  !ASKS.test(text) &&
  !NARROWS.test(text.replace(CLIENTS, '')) &&
  (WORK.test(text) || AT_WORK.test(text) || VISIT.test(text) || CLIENT.test(text) || HEARD.test(text))

const isNamed = (span: Span): boolean => span.meaning.kind === 'period' || isThing(span)
const isThing = naming('base', 'measure', 'industry', 'unit')
const HAN_IN = /\p{Script=Han}/u
const HAN = signal(HAN_IN)

/** 写...稿子, 做图表用, 给...准备材料, 整理专题 */
const WORK =
  /(?:写|做|准备|整理|起草|编写|赶|拟|弄|搞|画|更新|补|核对|审)[^多少几哪]{0,24}(?:稿子?|文章|报告|材料|专题|简报|快报|周报|月报|年报|汇报|演示|图表|图|表|表格|论文|方案|课题|底稿|提纲|发言|讲话|对标|对比|研究|一段|推文|公众号|ppt)(?:要?用)?$|^(?:做|写|给|用于|用来|为了)[^多少几哪]{1,20}(?:要?用|用途)$/
/** 我们在给客户做...的市场进入研究, 公司要投标, 最近在帮一家外企选址: the asker and what he is at. */
const AT_WORK =
  /^(?:我们?|咱们?|俺们?|我[司方院所处部校行]|本[人司院所]|公司|单位|团队|课题组|项目组|小组|部门|最近|这周|本周|今天|明天|下周|周[一二三四五]|正在?|手头|刚刚?|这边|眼下|客户|甲方|领导|老板)[^多少几哪]{0,24}(?:做|写|撰写|起草|编制|编写|准备|赶|整理|搞|弄|更新|画|补|核对|审|校对?|翻译|投标|竞标|答辩|选址|尽调|调研|研究|分析|立项|路演|汇报|申报|评估|测算|咨询|备课|跟进)[^多少几哪]{0,20}$/
/** 帮一家外资企业做...: whom it is for says nothing of the figure. */
const CLIENTS =
  /(?:帮|给|为|替|跟)(?:一|某|几)?(?:家|个)?(?:外资|民营|国有|私营)(?:企业|客户|公司|机构|车企|药企)/
/** 下周去...招商, 准备去...调研 */
const VISIT =
  /(?:去|到|来|赴|飞|拜访|走访)[^多少几哪]{0,12}(?:招商|考察|调研|出差|开会|参会|参观|走访|洽谈|路演)$|^(?:拜访|走访|接待)[^多少几哪]{1,16}(?:团|公司|客商|政府)?$/
/** 有客户在看..., 投资部同事想知道, 物流组问 */
const CLIENT =
  /^(?:有|我们|我|咱|这边|那边)?[^多少几哪]{0,10}(?:客户|同事|领导|老板|编辑|记者|读者|部门?|组|处|科|团队|投资人|董事会|秘书|同学|老师)(?:们)?(?:在看|在问|要看|想看|想?问(?:一下|下)?|想知道|想了解|让我查|要我查|关注|关心|感兴趣|盯着|考虑)[^多少几哪]{0,16}$/
/** 看到...书记讲要抓科技创新, 听说... */
const HEARD = /^(?:我|刚|刚刚|我们)?(?:看到|听到|听说|读到|据说|听人说|有人说|注意到)[^多少几哪]{2,30}$/
const ASKS = /[吗呢?？]|什么|怎|谁|多大|多高|是不是|有没有|比较一下|排一下|列/
/** What narrows or denies is a condition. */
const NARROWS =
  /[不没别未非无仅除扣剔]|只(?:看|要|算|问|写|做)|单独|包括|以外|之外|口径|取消|农村|民营|外资|二手|人均|净/
