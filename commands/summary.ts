import type { BotCommand } from '../src/bot/tools.ts'

export const summary: BotCommand = {
  name: 'summary',
  says: { en: 'what is known about a place or an industry', zh: '一个地区或产业的概况' },
  options: [
    {
      name: 'about',
      says: { en: 'a place, an industry, or both', zh: '地区、产业或两者' },
      required: true,
      completes: 'question',
      rest: true,
    },
  ],
  examples: { en: ['/summary Jining', '/summary Dongying offshore wind'], zh: ['/summary 东营'] },
  run: ({ about = '' }, _turn, tools) => tools.ask(about, 'summary'),
}
