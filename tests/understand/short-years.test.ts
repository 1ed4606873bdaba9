import { describe, expect, test } from 'vitest'
import { said } from '../../src/understand/said.ts'
import { withFullYears } from '../../src/understand/short-years.ts'

describe('years of two digits', () => {
  test.each([
    ['东营23年gdp', '东营2023年gdp'],
    ['青岛24上半年出口', '青岛2024上半年出口'],
    ['23年底装机', '2023年底装机'],
    ['济南22年1到5月投资', '济南2022年1到5月投资'],
    ['从19年到23年的走势', '从2019年到2023年的走势'],
    ['21-23年产量', '2021-2023年产量'],
    ['19、20、21年gdp', '2019、2020、2021年gdp'],
    ['烟台23h1营收', '烟台2023h1营收'],
    ['24年前三季度', '2024年前三季度'],
    ['gdp增速(23、24、25)', 'gdp增速(2023、2024、2025)'],
    ['青岛 gdp 22', '青岛 gdp 2022'],
    ['23 东营 gdp', '2023 东营 gdp'],
    ["'24年一季度", '2024年一季度'],
    ['20年以来', '2020年以来'],
    ['35年目标', '2035年目标'],
  ])('%s -> %s', (text, written) => {
    expect(withFullYears(said(text))).toBe(written)
  })

  test.each([
    '24个重点产业链',
    '近10年gdp',
    '过去20年',
    '20年来的变化',
    '用了12年',
    '未来15年规划',
    '10年期国债',
    '23年前',
    '第12年',
    '90年代',
    '36年产量',
    '5.12年',
    '增长24%',
    '24亿元',
    '青岛 24 个项目',
    '前 20 城市',
    'top 20 城市',
    '2023年 gdp 22',
    'Qingdao gdp 22',
    '12月出口',
  ])('%s stays', (text) => {
    expect(withFullYears(said(text))).toBe(text)
  })
})
