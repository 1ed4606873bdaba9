/**
 * Words of Cantonese, of the press of Taiwan and Hong Kong and of dialects, written in the words of the standard before
 * anything else is read: 係幾多 (是多少), 边个 (哪个), 升幅 (增幅), 哪疙瘩 (哪里). Only words that mean the same whatever is
 * spoken of. So are 为何 where it asks what a figure is (目标值为何) and the 较 of 占比较2015年, which cut apart otherwise say
 * something else.
 */

import type { Said } from './said.ts'
import { Pattern } from './signals.ts'

/** `text`, folded and not yet simplified, with the 係 that says "is" written 是; 關係 and 係數 keep theirs. */
export const withPlainCopula = (text: string): string => (text.includes('係') ? text.replace(IS, '是') : text)

/** `text`, folded and in simplified characters, in words of the standard; the same text where it holds none of them. */
export function inStandardChinese({ text, signals }: Said): string {
  if (!REGIONAL.test(text, signals)) return text
  return text
    .replace(WORDS, (found) => STANDARD.get(found) ?? found)
    .replace(WHICH, (_found, what: string) => `哪${WHICH_OF.get(what) ?? what}`)
    .replace(IS_SIMPLIFIED, '是')
    .replace(PLANT, '工厂')
    .replace(SHARE_THAN, '$1比')
    .replace(WHAT, (_found, named: string) => `${named}是${FIGURES.test(named) ? '多少' : '什么'}`)
}

const STANDARD: ReadonlyMap<string, string> = new Map(
  `几多 多少|乜嘢 什么|乜野 什么|乜 什么|咩 什么|唔系 不是|唔是 不是|唔该 谢谢|唔要 不要|唔计 不算|唔包 不包括|有冇 有没有|冇 没有|旧年 去年|同埋 和
  |嗰个 那个|呢个 这个|啲 些|嘅 的|咗 了|喺 在|佢 它|睇下 看下|睇 看|俾 给|畀 给|升幅 增幅|跌幅 降幅|首季度 一季度|首季 一季度
  |哪疙瘩 哪里|哪疙瘩儿 哪里|哪嘎达 哪里|哪嘎哒 哪里|哪旮旯 哪里|哪旮沓 哪里|哪旮瘩 哪里|哪块儿 哪里|阿里个 哪个|哪哈儿 哪里
  |比头一年 比上年|比头年 比上年|较头一年 比上年|较头年 比上年|比前一年 比上年|较前一年 比上年|比上一年 比上年|较上一年 比上年`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]),
)
/** Longer words before those they begin with. */
const WORDS = new RegExp([...STANDARD.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu')
/** 边个, 边度, 边间, 边份报纸; not 周边度假, 海边份额 */
const WHICH =
  /(?<![周海江河路两双右左东南西北沿湖岸旁身那这一外里上下前后])边(个|度(?!假)|间|啲|年|篇|份(?!额))/gu
const WHICH_OF: ReadonlyMap<string, string> = new Map([
  ['度', '里'],
  ['间', '家'],
  ['啲', '些'],
])
const IS = /(?<![關关聯联確确固干])係(?![数數])/gu
/** Only before what it can join by itself: 关系 and 水系 are words. */
const IS_SIMPLIFIED =
  /(?<![关联干体派谱院水星山语])系(?=多少|哪|边|什么|不是|几[个家亿万千百成倍]|计划|规划|目标|已|实际|预期)/gu
/** 那厂子; not 电厂子公司 */
const PLANT = /厂子(?![公企弟集女])/gu
/** 占比较2015年提高: the share, and than which year; no 比较. */
const SHARE_THAN = /(占比|比重|比例)(?:相|对)?(?:比较|较|比|比起)(?=(?:19|20)\d\d|上年|去年|同期|前年)/gu
/** 目标值为何, 出处为何 */
const WHAT =
  /(值|数|额|量|率|比重|占比|比例|目标|水平|规模|幅度|增速|增幅|出处|来源|依据|口径|名称|含义|定义|单位|日期|时间|结果|数据)(?:分别|各|又|究竟|到底|具体)?为何(?=$|[?,.;。、!\s])/gu
const FIGURES = /[值数额量率幅速模]$|比重|占比|比例|目标|水平|数据/u
const REGIONAL = new Pattern(
  new RegExp(`[${[...STANDARD.keys()].map(([first]) => first).join('')}边系为厂占比]`, 'u'),
  new RegExp(`${WORDS.source}|边|系|为何|厂子|占比|比重|比例`, 'u'),
)
