/** Slack does what any adapter does, with the real bot behind it; and what the console says, Slack says too. */
import { expect, test } from 'vitest'
import { render as renderForConsole } from '../../../src/adapters/console/render.ts'
import { createSlack } from '../../../src/adapters/slack/index.ts'
import { render } from '../../../src/adapters/slack/render.ts'
import type { Desk } from '../../../src/chat/desk.ts'
import { startSlack } from '../../fakes/slack/index.ts'
import type { Shown } from '../../fakes/slack/shown.ts'
import { adapterContract, type Driver, missingIn, PARITY, type Seen, talkingDesk } from '../contract.ts'
import { socketSettings, wait } from './connected.ts'

adapterContract('Slack', driverOf)

async function driverOf(desk: Desk): Promise<Driver> {
  const slack = await startSlack()
  const platform = createSlack(socketSettings(slack), desk)
  await platform.start()
  await slack.connected(2)
  let thread: string | undefined
  let last: Shown

  async function seen(act: { answer(): Promise<Shown> }): Promise<Seen> {
    last = await act.answer()
    thread = last.thread
    // the limit of a second for each channel
    await wait(1_050)
    return {
      words: decoded([last.words, JSON.stringify(last.blocks)].join('\n')),
      buttons: last.buttons.filter((label) => !OWN.includes(label)),
      private: last.only !== undefined,
      pings: last.pings,
    }
  }

  return {
    ask: (text) => seen(slack.say('ann', '#general', `@gazetteer ${text}`)),
    followUp: (text) => seen(slack.say('ann', '#general', text, { in: thread! })),
    // a long label stands above its button, which has its number and its beginning
    pick: (label) =>
      seen(
        slack.button('ann', last, last.buttons.find((each) => label.startsWith(beginningOf(each))) ?? label),
      ),
    command: (line) => seen(slack.slash('ann', '#general', line.replace(/^\//, '/facts '))),
    async close() {
      slack.assertClean()
      await platform.stop(1_000)
      await slack.stop()
    },
  }
}

const beginningOf = (label: string): string => label.replace(/^\d+\. /, '').replace(/…$/, '')

const OWN = ['Share in channel', 'Dismiss', '分享到频道', '关闭']

/** As Slack shows it: entities decoded, look-alikes of signs that would steer as what they stand for. */
const decoded = (words: string): string =>
  words
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\\"', '"')
    .replaceAll('\\n', '\n')

test('parity: what the console shows of an answer, Slack shows: facts, caveats, sources', async () => {
  const room = talkingDesk()
  for (const text of PARITY) {
    const at = Date.UTC(2026, 0, 15)
    const turn = {
      platform: 'console',
      conversation: 'c',
      author: 'a',
      at,
      said: { kind: 'text', text },
    } as const
    const reply = await room.desk.hear(turn)
    const buttons: string[] = []
    const onConsole = renderForConsole(reply, { columns: 160, colour: false })
    const onSlack = decoded(JSON.stringify(render(reply, { commands: [] }).blocks))
    expect(missingIn({ words: onConsole, buttons }, reply), `console: ${text}`).toEqual([])
    expect(missingIn({ words: onSlack, buttons }, reply), `Slack: ${text}`).toEqual([])
    // and the test can fail: without its last part, something is missing
    const lacking = JSON.stringify(
      render({ ...reply, parts: reply.parts.slice(0, -1) }, { commands: [] }).blocks,
    )
    expect(missingIn({ words: decoded(lacking), buttons }, reply).length, text).toBeGreaterThan(0)
  }
})
