/** 用中文建立和修改简报。 Digests made and mended by talking, in Chinese. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Workspace, workspaceOf } from '../digest/command/place.ts'
import { allFacts } from './real-engine.ts'

const engine = allFacts()
let work: Workspace

beforeEach(async () => {
  work = await workspaceOf(engine, { manages: new Set(['ann C1']), zones: { ann: 'Asia/Shanghai' } })
  await work.enters()
})
const ann = () => work.person('ann', { locale: 'zh' })

describe('一个人建立简报', () => {
  test.each([
    ['/digest add 山东新能源 每周一早上九点', '30', /新能源、山东省/, /每周一 09:00（Asia\/Shanghai）/],
    ['/digest add 山东新能源每周一早上九点', '30', /新能源、山东省/, /每周一 09:00/],
    ['/digest add 东营海上风电投资额，工作日9点', '23', /海上风电、投资/, /每个工作日 09:00/],
    ['/digest add 全部 每天早上八点半', '23', /全部新内容/, /每天 08:30/],
    [
      '/digest add what: 青岛 when: 每月1号上午十点 policy: changes-or-heartbeat',
      '1',
      /青岛市/,
      /每月1日 10:00/,
    ],
  ])('%s', async (line, _day, about, when) => {
    await ann().says(line)
    work.shouldSay(
      /简报 k1m2 已建立/,
      about,
      when,
      /发到：这里/,
      /接下来：2026年\d+月\d+日（周.）\d\d:\d\d（UTC \d\d:\d\d）/,
    )
    expect(await work.store.digests.get('k1m2')).toMatchObject({ locale: 'zh', zone: 'Asia/Shanghai' })
  })

  test('不清楚的会问，并举例', async () => {
    await ann().says('/digest add 济宁')
    work.shouldSay(/什么时候发？例如：\/digest add 济宁 每周一早上九点/)
    await ann().says('/digest add 济宁 每5分钟')
    work.shouldSay(/至少间隔 15 分钟/)
    await ann().says('/digest add what: 济宁 when: 工作日9点 zone: 东八区')
    work.shouldSay(/“东八区”只是与 UTC 的时差/)
    await ann().says('/digest add 济宁 每天晚上12点')
    work.shouldSay(/可能是两个时间/)
    expect(await work.store.digests.list({})).toEqual([])
  })
})

describe('修改和权限', () => {
  test('修改、暂停、恢复、删除、重新建立', async () => {
    await ann().says('/digest add 山东新能源 每周一早上九点')
    await ann().says('/digest edit k1m2 工作日10点')
    work.shouldSay(/已修改/, /每个工作日 10:00/, /新能源、山东省/)
    await ann().says('/digest list')
    work.shouldSay(
      /k1m2：新能源、山东省 · 每个工作日 10:00（Asia\/Shanghai） · 这里 · 下次 2026年11月23日（周一）10:00/,
    )
    await ann().says('/digest pause k1m2')
    work.shouldSay(/已暂停/)
    await ann().says('/digest why k1m2')
    work.shouldSay(/1\. 到时间了吗？\n- 已暂停：由人暂停/, /暂停期间什么也不发/)
    await ann().says('/digest resume k1m2')
    work.shouldSay(/已恢复/)
    await ann().says('/digest delete k1m2')
    work.shouldSay(/已删除/)
    await ann().presses(work.button('重新建立').query)
    work.shouldSay(/k2m2 已建立/, /每个工作日 10:00/)
  })

  test('别人看不到也删不掉', async () => {
    await ann().says('/digest add 山东新能源 每周一早上九点')
    await work.person('bob', { locale: 'zh' }).says('/digest delete k1m2')
    work.shouldSay(/没有您能查看的简报 k1m2/)
    expect(await work.store.digests.list({})).toHaveLength(1)
  })
})

describe('在简报的讨论串里', () => {
  test('问编号、来源、别的年份', async () => {
    await ann().says('/digest add 东营海上风电投资额，工作日9点')
    await work.posts('k1m2')
    const thread = work.person('bob', { locale: 'zh', conversation: 'T1:C1:1700.1' })
    await thread.says('1的来源？')
    work.shouldSay(/280亿元/, /2025年7月15日/)
    work.shouldNotSay(/2023年4月11日/)
    await thread.says('第2条')
    work.shouldSay(/480亿元/)
    await thread.says('#1')
    work.shouldSay(/280亿元/)
    await thread.says('2023年呢')
    work.shouldSay(/248亿元/)
  })
})
