import type { BotCommand } from '../src/bot/tools.ts'

export const define: BotCommand = {
  name: 'define',
  says: { en: 'what a term means', zh: '解释一个术语' },
  options: [
    {
      name: 'term',
      says: { en: 'a term of industrial policy', zh: '一个术语' },
      required: true,
      completes: 'industry',
      rest: true,
    },
  ],
  examples: { en: ['/define NEV', '/define new quality productive forces'], zh: ['/define 新质生产力'] },
  run: ({ term = '' }, _turn, tools) => tools.ask(term, 'define'),
}
