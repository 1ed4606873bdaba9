import type { BotCommand } from '../src/bot/tools.ts'

export const rank: BotCommand = {
  name: 'rank',
  says: { en: 'who is ahead', zh: '排名' },
  options: [
    {
      name: 'about',
      says: {
        en: 'what to rank by, with a year or a region to stay within',
        zh: '排名的指标，可加年份或范围',
      },
      required: true,
      completes: 'question',
      rest: true,
    },
  ],
  examples: { en: ['/rank GDP 2023', '/rank planned investment 2024'], zh: ['/rank 2023年地区生产总值'] },
  run: ({ about = '' }, _turn, tools) => tools.ask(about, 'rank'),
}
