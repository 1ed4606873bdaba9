/**
 * A word that asks for a part of what is counted is never passed over: 'rural', 'cancelled', 二手. The lists of words
 * that carry nothing are long, and this is what keeps such a word out of them.
 */
import { describe, expect, it } from 'vitest'
import { isHan } from '../../src/understand/tokens.ts'
import { loadAll, noonOf, outcomeOf, TODAY } from './corpus.ts'
import { RESTRICTING } from './restricting-words.ts'

const engine = loadAll()
/** Each is answered as it stands, without the word. */
const FRAMES = {
  en: [
    (word: string) => `${word} new energy vehicle output of Anhui 2023`,
    (word: string) => `What was the output of ${word} new energy vehicles in Anhui in 2023?`,
    (word: string) => `Qingdao ${word} GDP 2022`,
    (word: string) => `How many ${word} new projects did Jining launch in January-April 2024?`,
    (word: string) => `Heze 2021 GDP, ${word}`,
  ],
  zh: [
    (word: string) => `安徽2023年${word}新能源汽车产量`,
    (word: string) => `青岛2022年${word}地区生产总值`,
    (word: string) => `济宁2024年1-4月${word}新开工项目有多少个`,
    (word: string) => `菏泽2021年GDP，${word}`,
  ],
}

describe.each(['en', 'zh'] as const)('a restricting word in %s', (language) => {
  it.each(FRAMES[language].map((frame) => frame('')))('"%s" alone has an answer', async (question) => {
    expect((await outcomeOf(engine, question)).kind).toBe('found')
  })

  it.each(RESTRICTING[language].split(/\s+/).filter(Boolean))('%s is never passed over', (word) => {
    const answered = FRAMES[language]
      .map((frame) => frame(word))
      .filter((question) => {
        const understanding = engine.read(question, { now: noonOf(TODAY) })
        return !['nothing', 'unclear'].includes(engine.answer(understanding).kind)
      })
    expect(answered).toEqual([])
  })
})

/**
 * An alias stands for its name in every question, so one that says less than the name would answer a question about a part
 * with the figure of the whole. Those listed say the same in other words.
 */
const SAME_IN_OTHER_WORDS: ReadonlySet<string> = new Set([
  'gross domestic product',
  'regional gross domestic product',
  '线上零售额',
  'overseas investment',
  'overseas commerce',
  'overseas trade',
  'sold overseas',
  'overseas sales',
  'household income',
  'household disposable income',
])

it('no other name of what has figures restricts it', () => {
  const { vocabulary, base } = engine
  const measured = base.bases.names().flatMap((id) => vocabulary.bases.get(id) ?? [])
  const restricting = {
    en: new Set(RESTRICTING.en.split(/\s+/)),
    zh: RESTRICTING.zh.split(/\s+/).filter((word) => word.length > 1),
  }
  const isOwn = (word: string, { en, zh }: { en: string; zh: string }) =>
    `${en} ${zh}`.toLowerCase().includes(word)
  // who comes from abroad to buy is foreign in every wording
  const named = measured.filter(({ id }) => id !== 'purchasing-trips')
  const narrower = named.flatMap((one) =>
    one.aliases
      .filter((alias) =>
        isHan(alias)
          ? restricting.zh.some((word) => alias.includes(word) && !isOwn(word, one))
          : alias
              .toLowerCase()
              .split(/[\s-]+/)
              .some((word) => restricting.en.has(word) && !isOwn(word, one)),
      )
      .filter((alias) => !SAME_IN_OTHER_WORDS.has(alias))
      .map((alias) => `${one.id}: ${alias}`),
  )
  expect(measured.length).toBeGreaterThan(50)
  expect(narrower).toEqual([])
})
