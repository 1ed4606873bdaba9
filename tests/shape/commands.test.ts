/** A command is one file that declares everything about itself, in both languages. */
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { Command } from '../../src/chat/command.ts'
import { filesBelow } from './files.ts'

type Declared = Omit<Command<never>, 'run'>

describe('commands', () => {
  test('every file in commands/ is in the list, and the list holds nothing else', () => {
    const files = filesBelow('commands', '.ts').map((path) => basename(path, '.ts'))
    expect(commands.map(({ name }) => name).sort()).toEqual(files.filter((name) => name !== 'index').sort())
  })

  test.each(commands.map((command) => [command.name, command] as const))(
    '/%s declares itself in both languages',
    (_, command) => {
      expect(gapsOf(command)).toEqual([])
    },
  )

  test('the rule sees what it forbids', () => {
    const whole: Declared = {
      name: 'rank',
      says: { en: 'who is ahead', zh: '排名' },
      options: [
        { name: 'about', says: { en: 'what to rank by', zh: '排名的指标' }, required: true, rest: true },
      ],
      examples: { en: ['/rank GDP'], zh: ['/rank 产值'] },
    }
    expect(gapsOf(whole)).toEqual([])
    expect(gapsOf({ ...whole, name: 'Rank it' })).not.toEqual([])
    expect(gapsOf({ ...whole, says: { en: 'who is ahead', zh: '' } })).not.toEqual([])
    expect(gapsOf({ ...whole, says: { en: 'who is ahead', zh: 'who is ahead' } })).not.toEqual([])
    expect(
      gapsOf({ ...whole, options: [{ name: 'about', says: { en: '', zh: '指标' }, required: true }] }),
    ).not.toEqual([])
    expect(gapsOf({ ...whole, examples: { en: ['/rank GDP'], zh: [] } })).not.toEqual([])
    expect(gapsOf({ ...whole, examples: { en: ['rank GDP'], zh: ['/rank 产值'] } })).not.toEqual([])
    expect(gapsOf({ ...whole, examples: { en: ['/rank'], zh: ['/rank 产值'] } })).not.toEqual([])
  })
})

function gapsOf({ name, says, options, examples }: Declared): string[] {
  const gaps: string[] = []
  const unless = (fine: boolean, gap: string) => {
    if (!fine) gaps.push(`${name}: ${gap}`)
  }
  // what both Slack and Discord take as a name
  unless(/^[a-z][a-z-]{0,31}$/.test(name), 'a name is small letters')
  const words = [says, ...options.map((option) => option.says)]
  for (const { en, zh } of words) {
    unless(/[a-z]/i.test(en) && !HAN.test(en), `English words: "${en}"`)
    unless(HAN.test(zh), `Chinese words: "${zh}"`)
    unless(en.length <= 100 && zh.length <= 100, `words of at most 100 characters: "${en}", "${zh}"`)
  }
  unless(
    options.slice(0, -1).every(({ rest }) => rest !== true),
    'only the last option takes the rest of the line',
  )
  const needsWords = options.some(({ required }) => required)
  for (const example of [...examples.en, ...examples.zh]) {
    const [said, ...more] = example.split(' ')
    unless(said === `/${name}`, `an example begins with /${name}: "${example}"`)
    unless(!needsWords || more.length > 0, `an example holds what is required: "${example}"`)
  }
  unless(examples.en.length > 0, 'an example in English')
  unless(examples.zh.length > 0, 'an example in Chinese')
  return gaps
}

const HAN = /\p{Script=Han}/u
