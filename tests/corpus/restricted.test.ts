/**
 * A word that asks for a part of what is counted is never passed over: 'rural', 'cancelled', 二手. The lists of words
 * that carry nothing are long, and this is what keeps such a word out of them.
 */
import { describe, expect, it } from 'vitest'
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
