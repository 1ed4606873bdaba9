import { UserError } from '../src/base/errors.ts'
import type { BotCommand } from '../src/bot/tools.ts'

/** A question put together from names: where a platform has forms, each field completes while typing. */
export const find: BotCommand = {
  name: 'find',
  says: { en: 'put a question together from names', zh: '选择地区、产业、指标和时期来提问' },
  options: [
    {
      name: 'region',
      says: { en: 'a province, city or county', zh: '省、市或县区' },
      required: false,
      completes: 'region',
    },
    {
      name: 'industry',
      says: { en: 'an industry', zh: '产业' },
      required: false,
      completes: 'industry',
    },
    {
      name: 'indicator',
      says: { en: 'what is measured', zh: '指标' },
      required: false,
      completes: 'indicator',
    },
    {
      name: 'period',
      says: { en: 'a year, quarter or month', zh: '年、季度或月份' },
      required: false,
      completes: 'period',
    },
    {
      name: 'words',
      says: { en: 'anything else, in plain words', zh: '其他条件' },
      required: false,
      completes: 'question',
      rest: true,
    },
  ],
  examples: {
    en: ['/find region: Dongying industry: offshore wind indicator: investment', '/find region: Jining'],
    zh: ['/find region: 东营 industry: 海上风电 indicator: 投资额'],
  },
  run: ({ region, industry, indicator, period, words }, _turn, tools) => {
    const asked = [region, industry, indicator, period, words].map((text) => text?.trim()).filter(Boolean)
    if (asked.length === 0)
      throw new UserError('missing-option', { usage: '/find', example: find.examples[tools.locale][0]! })
    return tools.ask(asked.join(' '))
  },
}
