/** Measures one base in a process of its own, so that memory and warm code of one size do not help or hurt the next. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Bench } from 'tinybench'
import type { Answer } from '../src/answer/answer.ts'
import { silentLog } from '../src/base/log.ts'
import { createEngine, type Engine } from '../src/bot/engine.ts'
import { FactBase } from '../src/facts/base.ts'
import { readFlat } from '../src/facts/interchange.ts'
import { loadFacts } from '../src/facts/load.ts'
import { loadVocabulary } from '../src/facts/vocabulary.ts'
import { periodEn, periodZh } from '../src/wording/period.ts'
import { ENGINES, type Hit, textsOf, wordsOf } from './engines.ts'
import { gridOf, makeFacts, writeFacts } from './generate.ts'
import { KINDS, makeQuestions, type Question } from './questions-set.ts'

/** What to measure: made facts, or those of data/ when there is no size. */
export interface Order {
  size: number | null
  seed: number
  questions: number
  engines: boolean
}

export interface Times {
  count: number
  /** Microseconds. */
  p50: number
  p99: number
  max: number
  /** Processor time of all of them, in milliseconds: what other programs on the machine take is not in it. */
  cpuMs: number
  /** On one core, by processor time. */
  perSecond: number
}

export interface Marks {
  /** Answered with the fact that was asked for, or rightly refused. */
  right: number
  /** Answered with another fact, or answered where nothing is known. */
  wrong: number
  /** Asked back. */
  unclear: number
  refused: number
}

export interface Row extends Times, Marks {
  kind: string
}

export interface EngineRow extends Times {
  name: string
  buildMs: number
  /** Answering everything; shares of the answerable and of all questions. */
  all: { right: number; wrong: number }
  /** Above the threshold at which most questions come out right. */
  best: { right: number; wrong: number }
  /** Above the threshold at which nothing comes out wrong. */
  safe: { right: number; wrong: number }
}

export interface Measured {
  facts: number
  fileBytes: number | null
  loadMs: number
  /** Of the frozen base alone. */
  bytesPerFact: number
  /** Of everything, after all questions: caches are filled then. */
  megabytesAfter: number
  rows: Row[]
  engines: EngineRow[]
  misses: string[]
}

export function measure(order: Order): Measured {
  const dir = mkdtempSync(join(tmpdir(), 'gazetteer-bench-'))
  try {
    return order.size === null ? measureReal() : measureMade(order, order.size, join(dir, 'facts.jsonl'))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function measureMade(order: Order, size: number, factsFile: string): Measured {
  const vocabulary = loadVocabulary(join(DATA, 'vocabulary'))
  const facts = makeFacts(gridOf(vocabulary), size, order.seed)
  const fileBytes = writeFacts(factsFile, facts, order.seed)
  const loaded = measureLoad((base) => readFlat(factsFile, vocabulary, base.add.bind(base)).problems.length)
  const engine = createEngine({ data: DATA, factsFile, log: silentLog })
  const questions = makeQuestions(facts, vocabulary, order.questions, order.seed)
  const warmUp = makeQuestions(facts, vocabulary, WARM_UP, order.seed + 1)
  const asked = askAll(engine, questions, warmUp)
  const engines: EngineRow[] = []
  if (order.engines) {
    const { texts, ids } = textsOf(facts)
    for (const it of ENGINES) if (size <= it.most) engines.push(measureEngine(it, texts, ids, questions))
  }
  return { facts: size, fileBytes, ...loaded, ...asked, engines }
}

/** Each fact of data/ asked by its names; right is any fact of the same place, period and things. */
function measureReal(): Measured {
  const vocabulary = loadVocabulary(join(DATA, 'vocabulary'))
  const loaded = measureLoad(
    (base) => loadFacts(join(DATA, 'facts'), vocabulary, {}, base.add.bind(base)).problems.length,
  )
  const engine = createEngine({ data: DATA, log: silentLog })
  const { base } = engine
  const questions: Question[] = []
  const warmUp: Question[] = []
  for (let at = 0; at < base.size; at++) {
    const { region, industry, indicator, period, quantity } = base.fact(at)
    if (quantity === undefined || period === null) continue
    const names = [vocabulary.regions.get(region)!.en, vocabulary.industries.get(industry)!.en]
    const text = `${names.join(' ')} ${vocabulary.indicatorName(indicator).en} ${periodEn(period)}`
    const expected = `${region} ${industry} ${indicator}`
    questions.push({ kind: 'clean', text, expected })
    // the same in Chinese: every text is then read and the code has run for a while, and no question was asked before
    const namesZh = [vocabulary.regions.get(region)!.zh, vocabulary.industries.get(industry)!.zh]
    const textZh = `${periodZh(period)}${namesZh.join('')}${vocabulary.indicatorName(indicator).zh}`
    warmUp.push({ kind: 'chinese', text: textZh, expected })
  }
  const identify = (answer: Answer): string | null => {
    const [fact] = answer.facts
    return fact === undefined ? null : `${fact.region} ${fact.industry} ${fact.indicator}`
  }
  const asked = askAll(engine, questions, [...warmUp, ...warmUp, ...warmUp], identify)
  return { facts: base.size, fileBytes: null, ...loaded, ...asked, engines: [] }
}

function measureLoad(load: (base: FactBase) => number): Pick<Measured, 'loadMs' | 'bytesPerFact'> {
  const before = memory()
  const started = performance.now()
  const base = new FactBase()
  const problems = load(base)
  base.freeze()
  const loadMs = performance.now() - started
  const bytesPerFact = (memory() - before) / base.size
  if (problems > 0)
    throw new Error(`${problems} facts are wrong: the generator or the vocabulary has changed`)
  return { loadMs, bytesPerFact }
}

/** Every question once, from its text to the finished reply. */
function askAll(
  engine: Engine,
  questions: readonly Question[],
  warmUp: readonly Question[],
  identify: (answer: Answer) => string | null = ({ facts }) => facts[0]?.id ?? null,
): Pick<Measured, 'rows' | 'misses' | 'megabytesAfter'> {
  const ask = (text: string): Answer => {
    const understanding = engine.read(text, { now: TODAY })
    const answer = engine.answer(understanding)
    engine.reply(answer, understanding.locale)
    return answer
  }
  for (const { text } of warmUp) ask(text)
  const misses: string[] = []
  const samples: number[] = []
  let cpuMs = 0
  const rows: Row[] = []
  for (const kind of KINDS) {
    const ofKind = questions.filter((question) => question.kind === kind)
    if (ofKind.length === 0) continue
    const answers: Answer[] = []
    const timed = timesOf(ofKind, ({ text }) => answers.push(ask(text)))
    samples.push(...timed.samples)
    cpuMs += timed.times.cpuMs
    const marks: Marks = { right: 0, wrong: 0, unclear: 0, refused: 0 }
    for (const [i, answer] of answers.entries()) {
      const { text, expected } = ofKind[i]!
      const unclear = answer.kind === 'unclear'
      const given = unclear || answer.kind === 'nothing' || answer.kind === 'talk' ? null : identify(answer)
      if (given === expected) marks.right++
      else {
        misses.push(`${kind}: ${text} -> ${given ?? answer.kind} instead of ${expected ?? 'a refusal'}`)
        if (given !== null) marks.wrong++
        else if (unclear) marks.unclear++
        else marks.refused++
      }
    }
    rows.push({ kind, ...timed.times, ...marks })
  }
  const total = (field: keyof Marks) => rows.reduce((sum, row) => sum + row[field], 0)
  rows.push({
    kind: 'all',
    ...summed(samples, cpuMs),
    right: total('right'),
    wrong: total('wrong'),
    unclear: total('unclear'),
    refused: total('refused'),
  })
  return { rows, misses, megabytesAfter: memory() / 2 ** 20 }
}

function measureEngine(
  { name, build }: (typeof ENGINES)[number],
  texts: readonly string[],
  ids: readonly string[],
  questions: readonly Question[],
): EngineRow {
  const started = performance.now()
  const search = build(texts, ids)
  const buildMs = performance.now() - started
  const ask = ({ text }: Question): Hit | null => search(wordsOf(text))
  // how many questions fit into the time that each engine gets
  const trial = performance.now()
  const tried = questions.slice(0, KINDS.length)
  for (const question of tried) ask(question)
  const each = (performance.now() - trial) / tried.length
  const fitting = questions.slice(0, Math.max(KINDS.length, Math.floor(TIME_BOX / each)))
  const hits: (Hit | null)[] = []
  const { times } = timesOf(fitting, (question) => hits.push(ask(question)))
  const outcomes = hits.map((hit, i) => ({ hit, expected: fitting[i]!.expected }))
  const answerable = fitting.filter(({ expected }) => expected !== null).length
  const above = (threshold: number) => {
    const given = outcomes.filter(({ hit }) => hit !== null && hit.score >= threshold)
    const right = given.filter(({ hit, expected }) => hit!.id === expected).length
    return { right: right / answerable, wrong: (given.length - right) / fitting.length }
  }
  const thresholds = [...new Set(hits.flatMap((hit) => (hit === null ? [] : [hit.score])))].sort(
    (a, b) => a - b,
  )
  const steps = Math.max(1, Math.floor(thresholds.length / THRESHOLDS))
  const cuts = [...thresholds.filter((_, i) => i % steps === 0), Number.POSITIVE_INFINITY].map(above)
  const all = above(Number.NEGATIVE_INFINITY)
  const share = answerable / fitting.length
  const best = [all, ...cuts].reduce((a, b) =>
    b.right * share - b.wrong > a.right * share - a.wrong ? b : a,
  )
  const safe = cuts.find(({ wrong }) => wrong === 0)!
  return { name, buildMs, ...times, all, best, safe }
}

/** The time of each call, once each. */
function timesOf<T>(items: readonly T[], take: (item: T) => unknown): { times: Times; samples: number[] } {
  let next = 0
  const bench = new Bench({
    iterations: items.length,
    time: 0,
    warmup: false,
    retainSamples: true,
    throws: true,
  })
  bench.add('questions', () => void take(items[next++]!), { async: false })
  const before = process.cpuUsage()
  const [task] = bench.runSync()
  const { user, system } = process.cpuUsage(before)
  if (task?.result.state !== 'completed') throw new Error(`the measuring ended as ${task?.result.state}`)
  const samples = [...(task.result.latency.samples ?? [])]
  return { times: summed(samples, (user + system) / 1000), samples }
}

function summed(samples: readonly number[], cpuMs: number): Times {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]! * 1000
  return {
    count: sorted.length,
    p50: at(0.5),
    p99: at(0.99),
    max: at(1),
    cpuMs,
    perSecond: (sorted.length / cpuMs) * 1000,
  }
}

/** Bytes in use, of objects and of columns. */
function memory(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const DATA = new URL('../data', import.meta.url).pathname
/** "Last year" and the like never stand in these questions; any day will do. */
const TODAY = new Date(Date.UTC(2024, 5, 1))
/** Of each kind, before anything is measured: a bot has mostly been running for a while. */
const WARM_UP = 4_000
/** Milliseconds that a public engine may answer questions for, at one size. */
const TIME_BOX = 4_000
const THRESHOLDS = 500

/** Started by bench/questions.ts with an order as its argument. */
const [, , started] = process.argv
if (process.send !== undefined && started !== undefined) {
  process.send(measure(JSON.parse(started) as Order))
  process.disconnect()
}
