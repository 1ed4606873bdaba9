/** Events as platforms deliver them: repeated, out of order, to any process; and answers that sometimes fail. */
import type { Once } from '../../src/chat/desk.ts'
import type { Chance } from '../fakes/chance.ts'

/** Each event 1 to 4 times, and again until somebody says it is done; how often each was answered. */
export async function answersToAll(
  events: number,
  owners: readonly Once[],
  chance: Chance,
): Promise<Map<string, number>> {
  const answers = new Map<string, number>()
  const deliveries = shuffled(
    Array.from({ length: events }, (_, index) =>
      Array.from({ length: 1 + Math.floor(chance() * 4) }, () => `e${index}`),
    ).flat(),
    chance,
  )

  async function answer(key: string): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    if (chance() < 0.02) throw new Error('no answer')
    answers.set(key, (answers.get(key) ?? 0) + 1)
  }

  // what was not acknowledged comes again: an answer that failed, and 'busy'
  async function deliver(key: string): Promise<void> {
    for (;;) {
      const to = owners[Math.floor(chance() * owners.length)]!
      const outcome = await to(key, () => answer(key)).catch(() => 'failed')
      if (outcome === 'done' || outcome === 'duplicate') return
    }
  }

  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let key = deliveries.pop(); key !== undefined; key = deliveries.pop()) await deliver(key)
    }),
  )
  return answers
}

function shuffled<T>(list: T[], chance: Chance): T[] {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(chance() * (index + 1))
    ;[list[index], list[other]] = [list[other]!, list[index]!]
  }
  return list
}

const AT_ONCE = 200
