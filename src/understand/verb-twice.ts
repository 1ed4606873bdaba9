/**
 * Questions that Chinese asks by saying a verb twice: 冲没冲上10万亿, 靠不靠谱, 翻番了没有. They are written out (是否冲上,
 * 吗) before anything else is read, so that their 没 and 不 deny nothing.
 */
import type { Said } from './said.ts'
import { isHeard, signal } from './signals.ts'

export function withPlainQuestions({ text, signals }: Said): string {
  if (!isHeard(DENIES, signals)) return text
  return text
    .replace(TWICE, (found, verb: string) => (KNOWN.has(verb) ? found : `是否${verb}`))
    .replace(DONE_OR_NOT, '$1吗$2')
}

const DENIES = signal('不|没')
/** 快不快, 达没达到 */
const TWICE = /(\p{Script=Han})[不没]\1/gu
/** 是不是, 有没有 and their like are words of their own. */
const KNOWN = new Set('是有对能可好行要知会')
/** 翻番了没有, 过万亿了没 */
const DONE_OR_NOT = /([了过])没有?([?。!]?)$/u
