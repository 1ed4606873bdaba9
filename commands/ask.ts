import type { BotCommand } from '../src/bot/tools.ts'

export const ask: BotCommand = {
  name: 'ask',
  says: { en: 'answer a question, with its source', zh: '回答问题并注明来源' },
  options: [
    {
      name: 'question',
      says: { en: 'a question in plain words', zh: '一个问题' },
      required: true,
      completes: 'question',
      rest: true,
    },
  ],
  examples: {
    en: [
      '/ask Dongying offshore wind investment',
      '/ask how many projects did Jining sign',
      '/ask Anhui vs Guangdong investment plans',
    ],
    zh: ['/ask 东营海上风电投资额', '/ask 济宁签约了多少个项目', '/ask 安徽和广东的计划投资'],
  },
  run: ({ question = '' }, _turn, tools) => tools.ask(question),
}
