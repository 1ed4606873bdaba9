import { describe, expect, test } from 'vitest'
import { fold } from '../../src/base/folding.ts'
import { loadAll } from '../corpus/corpus.ts'

const engine = loadAll()
const NOW = new Date(2026, 10, 22)

/** What was typed, and the name it was taken for: '潍方 = region:370700'; '' where nothing was corrected. */
function heard(text: string): string {
  return engine
    .read(text, { now: NOW })
    .links.filter(({ how }) => how === 'typo')
    .map(({ words, entity }) => `${words} = ${entity}`)
    .join(', ')
}

describe('a name with a character that sounds alike', () => {
  test.each([
    ['潍方2024年产值', '潍方 = region:370700'],
    ['兹博投资', '兹博 = region:370300'],
    ['日召港口吞吐量', '日召 = region:371100'],
    ['青到2022年GDP', '青到 = region:370200'],
    ['广东机器任产量', '机器任 = industry:robotics'],
    ['安徽光福营收', '光福 = industry:photovoltaics'],
    ['东营装鸡容量', '装鸡容量 = base:installed-capacity'],
    ['浙江增家值', '增家值 = base:added-value'],
  ])('%s', (text, expected) => {
    expect(heard(text)).toBe(expected)
  })

  test.each([
    ['电磁 is a word of its own', '东营电磁产业产值'],
    ['视频 too, and 视 no 市', '青岛视频产业产值'],
    ['饰品 is no food', '山东饰品出口'],
    ['receivables are no revenue', '山东应收增速'],
    ['海阳 is another place', '青岛海阳旅游增加值'],
    ['Huilai is a county', '广东惠来县投资'],
    ['two characters are wrong', '卫方GDP'],
    ['all is known', '青岛2022年GDP'],
    ['a Latin word', 'Qingdao GDP 2022'],
  ])('none: %s', (_, text) => {
    expect(heard(text)).toBe('')
  })

  test('a long text of rare characters is read in a blink', () => {
    const text = fold('龘靐齉爩鱻麤灪厵癵虋騽'.repeat(27))
    engine.read(text, { now: NOW })
    const start = process.cpuUsage()
    for (let i = 0; i < 10; i++) engine.read(text, { now: NOW })
    expect(process.cpuUsage(start).user / 10_000).toBeLessThan(50)
  })
})
