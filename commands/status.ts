import { replyOf } from '../src/bot/reply.ts'
import type { BotCommand } from '../src/bot/tools.ts'

export const status: BotCommand = {
  name: 'status',
  says: { en: 'how much is known, and how fresh it is', zh: '收录了多少事实、更新到何时' },
  options: [],
  examples: { en: ['/status'], zh: ['/status'] },
  run: (_values, turn, tools) => {
    const { facts, regions, sources, newest, problems, since } = tools.status()
    const words = WORDS[tools.locale]
    const items = [
      words.known(
        facts.toLocaleString('en-US'),
        regions.toLocaleString('en-US'),
        sources.toLocaleString('en-US'),
      ),
      words.newest(newest),
      words.since(
        `${new Date(since).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
        lasting(turn.at - since),
      ),
      ...(problems === 0 ? [] : [words.problems(problems)]),
    ]
    return replyOf([{ kind: 'list', items }], tools.locale, 'asker')
  },
}

/** '3 d 4 h', '12 min': as exact as anybody wants to know. */
function lasting(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (days > 0) return `${days} d ${hours % 24} h`
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`
}

const WORDS = {
  en: {
    known: (facts: string, regions: string, sources: string) =>
      `${facts} facts about ${regions} places, from ${sources} sources`,
    newest: (date: string | null) => `newest source: ${date ?? 'none has a date'}`,
    since: (start: string, lasting: string) => `running since ${start} (${lasting})`,
    problems: (count: number) =>
      `${count} ${count === 1 ? 'fact was' : 'facts were'} left out as faulty: npm run facts -- check`,
  },
  zh: {
    known: (facts: string, regions: string, sources: string) =>
      `${facts} 条事实，涉及 ${regions} 个地区，来自 ${sources} 个来源`,
    newest: (date: string | null) => `最新来源：${date ?? '均无日期'}`,
    since: (start: string, lasting: string) => `自 ${start} 起运行（${lasting}）`,
    problems: (count: number) => `${count} 条有误的事实未收录：npm run facts -- check`,
  },
} as const
