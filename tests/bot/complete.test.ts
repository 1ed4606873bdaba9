import { describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import { createComplete } from '../../src/bot/complete.ts'
import { promptsOf } from '../../src/bot/desk.ts'
import { welcomeReply } from '../../src/bot/welcome.ts'
import type { Completes } from '../../src/chat/command.ts'
import { allFacts } from '../talks/real-engine.ts'

const engine = allFacts()
const complete = createComplete(engine, commands)
const labels = (kind: Completes, typed: string, locale: 'en' | 'zh' = 'en', limit = 6) =>
  complete({ kind, typed, locale, limit }).map(({ label }) => label)
const values = (kind: Completes, typed: string, locale: 'en' | 'zh' = 'en', limit = 6) =>
  complete({ kind, typed, locale, limit }).map(({ value }) => value)

describe('while somebody types', () => {
  it.each([
    ['region', 'dongy', 'Dongying 东营市'],
    ['region', '东营', 'Dongying 东营市'],
    ['region', 'xi an', "Xi'an 西安市"],
    ['region', 'xizang', 'Tibet 西藏自治区'],
    ['region', 'Dogying', 'Dongying 东营市'],
    ['industry', 'offsh', 'offshore wind power 海上风电'],
    ['industry', '海上', 'offshore wind power 海上风电'],
    ['indicator', 'inv', 'investment 投资额'],
    ['period', '202', '2028'],
    ['command', 'su', 'summary: what is known about a place or an industry'],
  ] as const)('%s: "%s" offers %s first', (kind, typed, label) => {
    expect(labels(kind, typed)[0]).toBe(label)
  })

  it('offers a mistyped industry among the likely ones', () => {
    expect(labels('industry', 'ofshore')).toContain('offshore wind power 海上风电')
  })

  it('offers what has facts where nothing is typed yet', () => {
    for (const value of values('region', ''))
      expect(engine.read(value, { now: new Date(0) }).query).not.toBeNull()
    expect(labels('region', '')).toContain('Shandong 山东省')
  })

  it('keeps to the limit', () => {
    for (const kind of ['region', 'industry', 'indicator', 'question'] as const)
      expect(complete({ kind, typed: 'a', locale: 'en', limit: 3 }).length).toBeLessThanOrEqual(3)
  })

  it('puts a value that is read as the very place of its label', () => {
    for (const typed of ['suzhou', 'taizhou', 'fuzhou', 'dongying', 'jining', 'chaoyang', 'shan', '']) {
      for (const locale of ['en', 'zh'] as const) {
        const offered = complete({ kind: 'region', typed, locale, limit: 25 })
        expect(new Set(offered.map(({ label }) => label)).size).toBe(offered.length)
        for (const { label, value } of offered) {
          const { query, choices } = engine.read(value, { now: new Date(0) })
          const { en, zh } = engine.vocabulary.regions.get(query?.regions[0] ?? '') ?? {}
          expect.soft([value, choices.length]).toEqual([value, 0])
          const shown = label.replace(/ \(.*\)$/, '')
          expect.soft([value, locale === 'zh' ? `${zh} ${en}` : `${en} ${zh}`]).toEqual([value, shown])
        }
      }
    }
  })

  it('speaks the language of whoever types', () => {
    expect(values('region', 'dongy', 'zh')[0]).toBe('东营市')
    expect(labels('industry', 'offsh', 'zh')[0]).toBe('海上风电 offshore wind power')
  })

  it('completes the end of a question and keeps its beginning', () => {
    expect(values('question', 'Dongying offsh')).toEqual([
      'Dongying offsh',
      'Dongying offshore wind power',
      'Dongying offshore photovoltaics',
    ])
    expect(values('question', '东营海上风', 'zh')).toEqual(['东营海上风', '东营海上风电'])
    expect(values('question', '   ')).toEqual([])
  })

  it.each([
    '(',
    '[a-',
    '\\',
    '__proto__',
    'constructor',
    '😀',
    '\u0000',
    'a'.repeat(10_000),
    '东'.repeat(5_000),
  ])('F40 F41 takes "%s" as text', (typed) => {
    for (const kind of ['region', 'industry', 'indicator', 'period', 'question', 'command'] as const)
      for (const { value } of complete({ kind, typed, locale: 'en', limit: 25 }))
        expect(value.length).toBeLessThanOrEqual(400)
  })
})

describe('the welcome', () => {
  it.each(['en', 'zh'] as const)('offers questions that have an answer (%s)', (locale) => {
    const prompts = promptsOf(commands, locale)
    const reply = welcomeReply(engine, prompts, locale)
    const buttons = reply.parts.flatMap((part) => (part.kind === 'buttons' ? part.items : []))
    expect(buttons.map(({ query }) => query)).toEqual(prompts.map((prompt) => `/ask ${prompt}`))
    for (const prompt of prompts) {
      const answer = engine.answer(engine.read(prompt, { now: new Date('2026-11-22'), locale }))
      expect(answer.facts.length, prompt).toBeGreaterThan(0)
    }
  })

  it('names places, industries and the newest sources', () => {
    const { plain } = welcomeReply(engine, [], 'en')
    expect(plain).toMatch(/Shandong.*\n.*new energy vehicles/)
    expect(plain).toContain(engine.newestSourceDate!)
  })
})
