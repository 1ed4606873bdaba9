/** The few sentences the bot says about itself; what it says about facts is worded in wording/. */
import type { Locale } from '../understand/understanding.ts'

interface Words {
  apology(reference: string): string
  /** A request that cannot be met, by the code of its UserError. */
  refusal(code: string, params: Readonly<Record<string, string | number>>): string
  welcome(facts: string, sources: string, newest: string | null): string
  tryThese(examples: readonly string[]): string
  wayAround: string
  askThese: string
  mostRegions(names: readonly string[]): string
  mostIndustries(names: readonly string[]): string
  newestSources: string
}

const en: Words = {
  apology: (reference) =>
    `Sorry, something went wrong on my side and I have no answer. Please tell whoever runs me the reference ${reference}.`,
  refusal: (code, { name, usage, example, most, known }) => {
    if (code === 'unknown-command') return `There is no command /${name}. /help lists them all.`
    if (code === 'missing-option') return `${usage} needs a few words more, for example: ${example}`
    if (code === 'stale-button') return 'That button no longer works here. Please ask the question again.'
    if (code === 'nothing-before')
      return `I do not know which answer you mean. Name a place or topic, for example: ${example}`
    if (code === 'unknown-subcommand')
      return `/${name} needs one of these words first: ${known}. For example: ${example}`
    if (code === 'no-digests') return 'Digests are not kept here.'
    if (code === 'line-gone') return 'That line is not in the base any more: it was withdrawn.'
    if (code === 'too-many') return 'That was many questions for one minute. Please go on in a minute.'
    if (code === 'unknown-tenant')
      return 'I am not set up for this place. Whoever runs me can allow it in the settings.'
    if (code === 'not-allowed')
      return 'I have not been allowed to answer here. Whoever runs me can change that in the settings.'
    if (code === 'stranger')
      return 'I answer members of this workspace only. Whoever runs me can allow guests in the settings.'
    if (code === 'no-such-choice')
      return most === 1
        ? 'There is one choice: type 1.'
        : `There are ${most} choices: type a number from 1 to ${most}.`
    return 'I cannot do that. /help shows what I can do.'
  },
  welcome: (facts, sources, newest) =>
    `Gazetteer answers what China's regions build: ${facts} facts from ${sources} sources${newest === null ? '' : `, the newest of ${newest}`}.`,
  tryThese: (examples) => `Ask, for example: ${examples.join(' · ')}`,
  wayAround: '/help shows the commands, Tab completes, /quit leaves.',
  askThese: 'Ask in English or Chinese, for example:',
  mostRegions: (names) => `Most is known about ${names.join(', ')}.`,
  mostIndustries: (names) => `Industries with the most facts: ${names.join(', ')}.`,
  newestSources: 'The newest sources:',
}

const zh: Words = {
  apology: (reference) => `抱歉，我这边出错了，没能给出回答。请把编号 ${reference} 告诉管理员。`,
  refusal: (code, { name, usage, example, most, known }) => {
    if (code === 'unknown-command') return `没有 /${name} 这个命令。输入 /help 查看全部命令。`
    if (code === 'missing-option') return `${usage} 后面还要写几个字，例如：${example}`
    if (code === 'stale-button') return '这个按钮已失效，请重新提问。'
    if (code === 'nothing-before') return `不清楚您指的是哪个回答。请写出地区或主题，例如：${example}`
    if (code === 'unknown-subcommand') return `/${name} 后面要先写其中一个词：${known}。例如：${example}`
    if (code === 'no-digests') return '这里不保存简报。'
    if (code === 'line-gone') return '这一条已撤回，不在库中了。'
    if (code === 'too-many') return '一分钟内的问题太多了，请稍等一分钟再问。'
    if (code === 'unknown-tenant') return '这里尚未获准使用，管理员可在设置中开通。'
    if (code === 'not-allowed') return '我尚未获准在此回答，管理员可在设置中开通。'
    if (code === 'stranger') return '我只回答本工作区成员的问题，管理员可在设置中允许访客提问。'
    if (code === 'no-such-choice')
      return most === 1 ? '只有一个选项，请输入 1。' : `共有 ${most} 个选项，请输入 1 到 ${most}。`
    return '我做不到。输入 /help 查看我能做什么。'
  },
  welcome: (facts, sources, newest) =>
    `Gazetteer 回答中国各地发展什么、投了多少：${facts} 条事实，${sources} 个来源${newest === null ? '' : `，最新 ${newest}`}。`,
  tryThese: (examples) => `例如：${examples.join(' · ')}`,
  wayAround: '/help 查看命令，Tab 补全，/quit 退出。',
  askThese: '可以用中文或英文提问，例如：',
  mostRegions: (names) => `收录最多的地区：${names.join('、')}。`,
  mostIndustries: (names) => `收录最多的产业：${names.join('、')}。`,
  newestSources: '最新来源：',
}

export const WORDS: Readonly<Record<Locale, Words>> = { en, zh }
