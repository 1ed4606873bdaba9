import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { complete } from '../../src/adapters/console/complete.ts'
import { createConsole } from '../../src/adapters/console/index.ts'
import { receive } from '../../src/adapters/console/receive.ts'
import type { Incoming } from '../../src/chat/incoming.ts'
import type { Reply } from '../../src/chat/reply.ts'
import type { Typed } from '../../src/chat/typed-command.ts'

const option = (name: string, rest = false) => ({ name, says: { en: '', zh: '' }, required: true, rest })
const declared: Typed[] = [
  { name: 'rank', options: [option('about', true)] },
  { name: 'digest', options: [option('action'), option('rest', true)] },
  { name: 'help', options: [option('command')] },
]

describe('a typed line', () => {
  it.each([
    ['Dongying wind', { kind: 'text', text: 'Dongying wind' }],
    ['  2 ', { kind: 'text', text: '2' }],
    ['   ', { kind: 'nothing' }],
    ['/rank GDP  2023 ', { kind: 'command', name: 'rank', values: { about: 'GDP  2023' } }],
    ['/RANK GDP', { kind: 'command', name: 'rank', values: { about: 'GDP' } }],
    ['／rank 投资', { kind: 'command', name: 'rank', values: { about: '投资' } }],
    [
      '/digest pause my digest',
      { kind: 'command', name: 'digest', values: { action: 'pause', rest: 'my digest' } },
    ],
    ['/help', { kind: 'command', name: 'help', values: {} }],
    ['/nonsense at all', { kind: 'command', name: 'nonsense', values: {} }],
    ['/', { kind: 'text', text: '/' }],
    ['/quit', { kind: 'leave' }],
    ['exit', { kind: 'leave' }],
    ['退出', { kind: 'leave' }],
    ['quit smoking campaign', { kind: 'text', text: 'quit smoking campaign' }],
  ])('%s', (line, received) => {
    expect(receive(line, declared)).toEqual(received)
  })

  it('keeps a hostile option name from becoming a prototype', () => {
    const hostile: Typed[] = [{ name: 'x', options: [option('__proto__', true)] }]
    const received = receive('/x y', hostile)
    expect(Object.getPrototypeOf((received as { values: object }).values)).toBe(Object.prototype)
  })
})

describe('Tab', () => {
  const known = ['Dongying', 'Dongguan', 'offshore wind power', '海上风电', '东营', 'GDP']
  const names = (beginning: string, limit: number) =>
    known.filter((name) => name.toLowerCase().startsWith(beginning.toLowerCase())).slice(0, limit)
  const tab = (line: string) => complete(line, declared, names)

  it('completes commands at the start of the line', () => {
    expect(tab('/ra')).toEqual([['/rank '], '/ra'])
    expect(tab('/')[0]).toEqual(['/rank ', '/digest ', '/help ', '/quit '])
    expect(tab('/help di')).toEqual([['digest'], 'di'])
  })

  it('completes the longest end of the line that begins a name', () => {
    expect(tab('Dongying offshore wi')).toEqual([['offshore wind power '], 'offshore wi'])
    expect(tab('/rank gd')).toEqual([['GDP '], 'gd'])
    expect(tab('in Dong')).toEqual([['Dongying', 'Dongguan'], 'Dong'])
  })

  it('completes Chinese, which has no spaces', () => {
    expect(tab('东营海上')).toEqual([['海上风电'], '海上'])
    expect(tab('请问东')).toEqual([['东营'], '东'])
  })

  it('offers nothing where nothing fits', () => {
    expect(tab('xyz')[0]).toEqual([])
    expect(tab('')[0]).toEqual([])
  })
})

describe('a console on a pipe', () => {
  async function talk(input: string, hear: (incoming: Incoming) => Promise<Reply>): Promise<string> {
    const stdin = new PassThrough()
    const stdout = new PassThrough()
    const console = createConsole({
      input: stdin as unknown as NodeJS.ReadStream,
      output: stdout as unknown as NodeJS.WriteStream,
      hear,
      commands: declared,
      names: () => [],
      clock: () => 1_700_000_000_000,
      locale: 'en',
      colour: true,
      welcome: ['welcome'],
    })
    stdin.end(input)
    await console.start()
    stdout.end()
    return (await stdout.toArray()).join('')
  }
  const echo = async ({ said }: Incoming): Promise<Reply> => ({
    parts: [],
    plain: `heard ${said.kind === 'text' ? said.text : said.kind}`,
    locale: 'en',
    seenBy: 'everyone',
  })

  it('answers one question a line with a blank line between, without welcome and colours', async () => {
    expect(await talk('one\r\n\n二\nthree', echo)).toBe('heard one\n\nheard 二\n\nheard three\n')
  })

  it('tells the time and the place of what was said', async () => {
    const heard: Incoming[] = []
    await talk('one\n/rank GDP\n', (incoming) => {
      heard.push(incoming)
      return echo(incoming)
    })
    expect(heard).toMatchObject([
      { platform: 'console', at: 1_700_000_000_000, locale: 'en', said: { kind: 'text', text: 'one' } },
      { said: { kind: 'command', name: 'rank', values: { about: 'GDP' } } },
    ])
  })

  it('stops at /quit', async () => {
    expect(await talk('one\n/quit\ntwo\n', echo)).toBe('heard one\n')
  })

  it('takes out escapes', async () => {
    expect(await talk('a\x1b[31mb\n', echo)).toBe('heard ab\n')
  })

  it('ends when it is stopped though nobody closed the pipe', async () => {
    const stdin = new PassThrough()
    const console = createConsole({
      ...{
        hear: echo,
        commands: declared,
        names: () => [],
        clock: () => 0,
        locale: 'en',
        colour: false,
        welcome: [],
      },
      input: stdin as unknown as NodeJS.ReadStream,
      output: new PassThrough() as unknown as NodeJS.WriteStream,
    })
    const talking = console.start()
    console.stop()
    await talking
  })
})

describe('a console at a terminal', () => {
  const KEYS = { tab: '\t', ctrlC: '\x03', ctrlD: '\x04', up: '\x1b[A', enter: '\r' }

  /** A terminal of 80 columns on which keys are pressed one after another. */
  function terminal(
    options: { colour?: boolean; history?: string[]; keep?: (typed: readonly string[]) => void } = {},
  ) {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined })
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
    let screen = ''
    output.on('data', (chunk) => {
      screen += chunk
    })
    const heard: string[] = []
    const { colour = false, history = [], keep } = options
    const console = createConsole({
      input: input as unknown as NodeJS.ReadStream,
      output: output as unknown as NodeJS.WriteStream,
      hear: async ({ said }) => {
        const text = said.kind === 'text' ? said.text : JSON.stringify(said)
        heard.push(text)
        return {
          parts: [{ kind: 'heading', text: `heard ${text}` }],
          plain: '',
          locale: 'en',
          seenBy: 'everyone',
        }
      },
      ...{
        commands: declared,
        names: (typed) => ['Dongying', '东营'].filter((name) => name.startsWith(typed)),
      },
      ...{ clock: () => 0, locale: 'en', colour, welcome: ['Welcome.'], history },
      ...(keep === undefined ? {} : { keep }),
    })
    const talking = console.start()
    let left = false
    void talking.then(() => {
      left = true
    })
    return {
      heard,
      talking,
      screen: () => screen,
      left: () => left,
      stop: () => console.stop(),
      async presses(...keys: string[]) {
        for (const key of keys) {
          input.write(key)
          await new Promise((resolve) => setTimeout(resolve, 5))
        }
      },
    }
  }

  it('welcomes, answers, and leaves with /quit', async () => {
    const at = terminal()
    await at.presses('Dongying wind', KEYS.enter, '/quit', KEYS.enter)
    await at.talking
    expect(at.screen()).toContain('Welcome.')
    expect(at.screen()).toContain('heard Dongying wind')
    expect(at.heard).toEqual(['Dongying wind'])
  })

  it('completes with Tab, in both languages', async () => {
    const at = terminal()
    await at.presses(
      'Don',
      KEYS.tab,
      KEYS.enter,
      '请问东',
      KEYS.tab,
      KEYS.enter,
      '/ra',
      KEYS.tab,
      'x',
      KEYS.enter,
    )
    expect(at.heard).toEqual([
      'Dongying',
      '请问东营',
      '{"kind":"command","name":"rank","values":{"about":"x"}}',
    ])
    await at.presses(KEYS.ctrlD)
    await at.talking
  })

  it('clears the line at Ctrl-C and leaves at the second on an empty one', async () => {
    const at = terminal()
    await at.presses('half a quest', KEYS.ctrlC, 'whole', KEYS.enter)
    expect(at.heard).toEqual(['whole'])
    await at.presses(KEYS.ctrlC)
    expect(at.screen()).toContain('Ctrl-C once more')
    expect(at.left()).toBe(false)
    await at.presses(KEYS.ctrlC)
    await at.talking
  })

  it('leaves at Ctrl-D and when it is stopped', async () => {
    const one = terminal()
    await one.presses(KEYS.ctrlD)
    await one.talking
    const other = terminal()
    other.stop()
    await other.talking
  })

  it('brings back what was typed, before too', async () => {
    let kept: readonly string[] = []
    const at = terminal({
      history: ['typed yesterday'],
      keep: (typed) => {
        kept = typed
      },
    })
    await at.presses(KEYS.up, KEYS.enter, 'today', KEYS.enter, KEYS.up, KEYS.enter)
    expect(at.heard).toEqual(['typed yesterday', 'today', 'today'])
    expect(kept).toEqual(['today', 'typed yesterday'])
    at.stop()
    await at.talking
  })

  it('answers pasted lines in their order', async () => {
    const at = terminal()
    await at.presses('one\rtwo\rthree\r')
    await at.presses(KEYS.ctrlD)
    await at.talking
    expect(at.heard).toEqual(['one', 'two', 'three'])
  })

  it('colours answers only when told to', async () => {
    for (const colour of [true, false]) {
      const at = terminal({ colour })
      await at.presses('x', KEYS.enter, KEYS.ctrlD)
      await at.talking
      expect(at.screen().includes('\x1b[1mheard x')).toBe(colour)
    }
  })
})
