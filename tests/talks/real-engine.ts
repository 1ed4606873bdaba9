/** The engine on the facts of this repository, loaded once per test file. */
import { silentLog } from '../../src/base/log.ts'
import { createEngine } from '../../src/bot/engine.ts'

const DATA = new URL('../../data', import.meta.url).pathname

export const allFacts = () => createEngine({ data: DATA, log: silentLog })

/** The five articles the project began with. */
export const fiveArticles = () => createEngine({ data: DATA, log: silentLog, only: FIVE })

const FIVE = [
  'dongying-2024-03-27',
  'qingdao-2020-04-08',
  'jining-2024-07-03',
  'shandong-2024-05-31',
  'china-localities-2024',
]
