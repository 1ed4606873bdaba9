import { describe, expect, test } from 'vitest'
import { said } from '../../src/understand/said.ts'
import { withPlainQuestions } from '../../src/understand/verb-twice.ts'

describe('a verb said twice asks yes or no', () => {
  test.each([
    ['山东gdp冲没冲上10万亿', '山东gdp是否冲上10万亿'],
    ['增速快不快', '增速是否快'],
    ['达没达到目标', '是否达到目标'],
    ['过万亿了没有?', '过万亿了吗?'],
    ['翻过番了没', '翻过番了吗'],
  ])('%s -> %s', (text, plain) => {
    expect(withPlainQuestions(said(text))).toBe(plain)
  })

  test.each([
    '日照2019年gdp有没有',
    '是不是目标',
    '哪些城市没有外资项目',
    '哪些城市没有',
    '不含莱西',
    '不良贷款',
    'not good',
  ])('%s stays', (text) => {
    expect(withPlainQuestions(said(text))).toBe(text)
  })
})
