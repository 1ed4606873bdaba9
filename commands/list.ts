import type { BotCommand } from '../src/bot/tools.ts'

export const list: BotCommand = {
  name: 'list',
  says: {
    en: 'companies, projects, recognitions and other things without a number',
    zh: '列出企业、项目、称号等',
  },
  options: [
    {
      name: 'about',
      says: { en: 'what to list, and where', zh: '列出什么、在哪里' },
      required: true,
      completes: 'question',
      rest: true,
    },
  ],
  examples: { en: ['/list companies Jining', '/list recognition Jining'], zh: ['/list 济宁 企业'] },
  run: ({ about = '' }, _turn, tools) => tools.ask(about, 'list'),
}
