import { expect, test } from 'vitest'
import { loadAll } from '../corpus/corpus.ts'
import { roomOf } from './person.ts'

const engine = loadAll()
const asked = async (...texts: string[]) => {
  const room = roomOf(engine, { now: '2026-11-22T12:00:00+08:00' })
  const ann = room.person('Ann')
  for (const text of texts) await ann.asks(text)
  return room.last.reply.plain
}

test('why tells what the last question was taken for, place by place and word by word', async () => {
  const why = await asked('Qingdao GDP growth 2022', 'why')
  expect(why).toContain('read as')
  for (const part of ['Qingdao', 'GDP growth', '2022']) expect(why).toContain(part)
  const refused = await asked('weihai blorp exports 2022', 'why?')
  for (const part of ['Weihai', 'exports', '2022', 'blorp']) expect(refused).toContain(part)
})

test('of a follow-up it tells what was taken over, and in Chinese all of it is Chinese', async () => {
  const why = await asked('青岛2022年GDP增速', '那济宁呢', '为什么')
  for (const part of ['济宁市', '地区生产总值增速', '2022年']) expect(why).toContain(part)
  expect(why).not.toContain('青岛')
})
