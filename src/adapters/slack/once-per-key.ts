/** The work of one event, however often it is delivered: who comes second waits for the first, and may be acknowledged with it. */
import type { Desk } from '../../chat/desk.ts'
import type { Delivery } from './acknowledge.ts'

export type OncePerKey = (key: string, delivery: Delivery, work: () => Promise<void>) => Promise<void>

export function createOncePerKey({ once, metrics }: Pick<Desk, 'once' | 'metrics'>): OncePerKey {
  /** By key, what waits for it in this process, and whether the work has begun here. */
  const waiting = new Map<string, { begun: boolean; deliveries: Set<Delivery> }>()

  return async (key, delivery, work) => {
    const group = waiting.get(key) ?? { begun: false, deliveries: new Set() }
    waiting.set(key, group)
    group.deliveries.add(delivery)
    // in our hands already: time may run out for this delivery too
    if (group.begun) delivery.begun()
    try {
      const how = await once(key, () => {
        group.begun = true
        for (const each of group.deliveries) each.begun()
        return work()
      })
      if (how === 'busy') delivery.withhold()
      if (how !== 'done') metrics.count('slack_repeats_total', { how })
    } finally {
      group.deliveries.delete(delivery)
      if (group.deliveries.size === 0) waiting.delete(key)
    }
  }
}
