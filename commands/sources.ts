import { UserError } from '../src/base/errors.ts'
import type { BotCommand } from '../src/bot/tools.ts'

export const sources: BotCommand = {
  name: 'sources',
  says: {
    en: 'the articles behind a place, a topic or the last answer',
    zh: '某地区、主题或上一个回答的来源',
  },
  options: [
    {
      name: 'about',
      says: { en: 'a place or topic; nothing for the last answer', zh: '地区或主题；不写则指上一个回答' },
      required: false,
      completes: 'question',
      rest: true,
    },
  ],
  examples: { en: ['/sources Dongying', '/sources offshore wind'], zh: ['/sources 东营'] },
  run: ({ about = '' }, _turn, tools) => {
    const reply = about.trim() === '' ? tools.again('sources') : tools.ask(about, 'sources')
    if (reply === null) throw new UserError('nothing-before', { example: sources.examples[tools.locale][0]! })
    return reply
  },
}
