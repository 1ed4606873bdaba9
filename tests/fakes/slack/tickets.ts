import type { Time } from '../time.ts'
import type { ResponsePlace, Tickets } from './desk.ts'
import { SlackError } from './slack-error.ts'

/** docs.slack.dev/interactivity/handling-user-interaction: a trigger is good for 3 s and once; a response URL for 30 min and 5 times. */
export function ticketsOf(time: Time, url: () => string): Tickets {
  const triggers = new Map<string, { user: string; until: number; spent: boolean }>()
  const responses = new Map<string, { until: number; left: number; place: ResponsePlace }>()
  let count = 0
  return {
    trigger(user) {
      count += 1
      const id = `${count}.trigger`
      triggers.set(id, { user, until: time.now() + 3_000, spent: false })
      forgetOldest(triggers)
      return id
    },
    spendTrigger(id) {
      const trigger = typeof id === 'string' ? triggers.get(id) : undefined
      if (!trigger) throw new SlackError('invalid_trigger_id')
      if (trigger.spent) throw new SlackError('exchanged_trigger_id')
      if (time.now() > trigger.until) throw new SlackError('expired_trigger_id')
      trigger.spent = true
      return trigger.user
    },
    responseUrl(place) {
      count += 1
      const id = `R${count}`
      responses.set(id, { until: time.now() + 30 * 60_000, left: 5, place })
      forgetOldest(responses)
      return `${url()}/response/${id}`
    },
    spendResponse(id) {
      const response = responses.get(id)
      if (!response || response.left === 0) throw new SlackError('used_url')
      if (time.now() > response.until) throw new SlackError('expired_url')
      response.left -= 1
      return response.place
    },
  }
}

// a long run would otherwise keep one for every press
function forgetOldest(map: Map<string, unknown>): void {
  if (map.size > 20_000) map.delete(map.keys().next().value!)
}
