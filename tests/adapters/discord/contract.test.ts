/** Discord does what any adapter does, with the real bot behind it; and what the console says, Discord says too. */
import { expect, test } from 'vitest'
import { render as renderForConsole } from '../../../src/adapters/console/render.ts'
import { createDiscord } from '../../../src/adapters/discord/index.ts'
import { render } from '../../../src/adapters/discord/render.ts'
import type { Desk } from '../../../src/chat/desk.ts'
import { typedCommand } from '../../../src/chat/typed-command.ts'
import { type Shown, startDiscord } from '../../fakes/discord/index.ts'
import { adapterContract, type Driver, missingIn, PARITY, type Seen, talkingDesk } from '../contract.ts'
import { wait } from './stage.ts'

adapterContract('Discord', driverOf)

async function driverOf(desk: Desk): Promise<Driver> {
  const discord = await startDiscord()
  const platform = createDiscord({ token: discord.token, apiUrl: discord.url, shards: 'auto' }, desk)
  await platform.start()
  let last: Shown

  async function seen(act: { answer(within?: number): Promise<Shown> }): Promise<Seen> {
    last = await act.answer(10_000)
    // a thread is started after the answer
    await wait(100)
    return {
      words: decoded([last.text, JSON.stringify(last.raw?.components ?? [])].join('\n')),
      buttons: [...last.buttons, ...last.options].filter((label) => !OWN.includes(label)),
      private: last.onlyFor !== undefined,
      pings: discord.pings.filter(({ message }) => message === last.id).map(({ whom }) => whom),
    }
  }

  /** As a person finds it: by its words, by their beginning, or by the number they have in the text. */
  const found = (labels: readonly string[], label: string): string | undefined =>
    labels.find((each) => {
      const words = each.replace(/^\d+\. /, '').replace(/…$/, '')
      return each === label || (words !== '' && label.startsWith(words))
    })

  return {
    ask: (text) => seen(discord.say('ann', 'general', `@bot ${text}`)),
    followUp: (text) => seen(discord.say('ann', last.id, `@bot ${text}`)),
    async pick(label) {
      const option = found(last.options, label)
      if (option !== undefined) return seen(discord.select('ann', last, [option]))
      return seen(discord.button('ann', last, found(last.buttons, label) ?? label))
    },
    async command(line) {
      const call = typedCommand(line, desk.commands)!
      return seen(discord.slash('ann', 'general', call.name, call.values))
    },
    async close() {
      discord.assertClean()
      await platform.stop(1_000)
      await discord.close()
    },
  }
}

const OWN = ['Share in channel', '分享到频道']

/** As Discord shows it: escapes taken away, addresses as they are written and as they are read. */
function decoded(words: string): string {
  const shown = words.replaceAll('\\n', '\n').replace(/\\(.)/g, '$1')
  return `${shown}\n${shown.replace(/%[0-9A-F]{2}/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))}`
}

test('parity: what the console shows of an answer, Discord shows: facts, caveats, sources', async () => {
  const room = talkingDesk()
  for (const text of PARITY) {
    const at = Date.UTC(2026, 0, 15)
    const said = { kind: 'text', text } as const
    const reply = await room.desk.hear({ platform: 'console', conversation: 'c', author: 'a', at, said })
    const buttons: string[] = []
    const onConsole = renderForConsole(reply, { columns: 160, colour: false })
    const onDiscord = wordsOf(render(reply).message)
    expect(missingIn({ words: onConsole, buttons }, reply), `console: ${text}`).toEqual([])
    expect(missingIn({ words: onDiscord, buttons }, reply), `Discord: ${text}`).toEqual([])
    // and the test can fail: without its last part, something is missing
    const lacking = wordsOf(render({ ...reply, parts: reply.parts.slice(0, -1) }).message)
    expect(missingIn({ words: lacking, buttons }, reply).length, text).toBeGreaterThan(0)
  }
})

const wordsOf = ({ content, embeds, components }: ReturnType<typeof render>['message']): string =>
  decoded(
    [content, ...(embeds ?? []).map(({ description }) => description), JSON.stringify(components)].join('\n'),
  )
