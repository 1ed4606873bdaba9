import type { BotCommand } from '../src/bot/tools.ts'

export const compare: BotCommand = {
  name: 'compare',
  says: { en: 'put two or more places side by side', zh: '并列比较两个或多个地区' },
  options: [
    {
      name: 'about',
      says: { en: 'the places and what to compare', zh: '地区和比较的内容' },
      required: true,
      completes: 'question',
      rest: true,
    },
  ],
  examples: {
    en: ['/compare Anhui Guangdong investment', '/compare Dongying Qingdao investment'],
    zh: ['/compare 安徽 广东 投资'],
  },
  run: ({ about = '' }, _turn, tools) => tools.ask(about, 'compare'),
}
