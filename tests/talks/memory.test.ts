import { describe, expect, it } from 'vitest'
import { Conversations } from '../../src/bot/conversation.ts'
import type { Incoming } from '../../src/chat/incoming.ts'

const turn = (author: string, at = 0): Incoming => ({
  ...{ platform: 'console', conversation: 'c', author, at },
  said: { kind: 'text', text: '' },
})
const remembered = (...shown: string[]) => ({ query: null, offered: [], shown, locale: 'en' as const })

describe('what is remembered', () => {
  it('keeps the talks used last when there are too many', () => {
    const talks = new Conversations({ most: 2 })
    talks.remember(turn('ann'), remembered('a'))
    talks.remember(turn('bob'), remembered('b'))
    talks.recall(turn('ann'))
    talks.remember(turn('cem'), remembered('c'))
    expect(talks.recall(turn('ann'))?.shown).toEqual(['a'])
    expect(talks.recall(turn('bob'))).toBeUndefined()
    expect(talks.size).toBe(2)
  })

  it('goes by the time of the turns, not by a clock', () => {
    const talks = new Conversations({ forgetAfter: 100 })
    talks.remember(turn('ann', 1_000), remembered('a'))
    expect(talks.recall(turn('ann', 1_100))?.shown).toEqual(['a'])
    expect(talks.recall(turn('ann', 1_101))).toBeUndefined()
    expect(talks.size).toBe(0)
  })

  it('does not mix up names that run together', () => {
    const talks = new Conversations()
    talks.remember({ ...turn('b'), conversation: 'a' }, remembered('ab'))
    expect(talks.recall({ ...turn(''), conversation: 'ab' })).toBeUndefined()
    expect(talks.recall({ ...turn('b","'), conversation: 'a' })).toBeUndefined()
  })
})
