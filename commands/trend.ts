import type { BotCommand } from '../src/bot/tools.ts'

export const trend: BotCommand = {
  name: 'trend',
  says: { en: 'how a figure moved over time', zh: '一个数字随时间的变化' },
  options: [
    {
      name: 'about',
      says: { en: 'a place and what to follow', zh: '地区和指标' },
      required: true,
      completes: 'question',
      rest: true,
    },
  ],
  examples: {
    en: ['/trend Qingdao GDP', '/trend Dongying offshore wind investment'],
    zh: ['/trend 青岛 地区生产总值'],
  },
  run: ({ about = '' }, _turn, tools) => tools.ask(about, 'trend'),
}
