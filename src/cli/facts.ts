/** npm run facts: check the facts of data/, take in and hand out the flat format, write the schema for editors. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SetupError } from '../base/errors.ts'
import type { Fact, Source } from '../facts/fact.ts'
import { type FlatFormat, readFlat, slug, writeFlat } from '../facts/interchange.ts'
import { loadFacts, type Problem, problemText } from '../facts/load.ts'
import { jsonSchema } from '../facts/schema.ts'
import { statementProblems } from '../facts/statement-check.ts'
import { loadVocabulary, Vocabulary } from '../facts/vocabulary.ts'
import { writeArticle } from '../facts/write-article.ts'

const USAGE = `Usage: npm run facts -- COMMAND
  check [--data DIR]                          check the vocabulary and all facts
  import FILE.jsonl|FILE.csv [--into DIR]     write one file per source article; nothing is overwritten
  export [--format jsonl|csv] [--only IDS]    print facts, all or those of some articles (ids with commas)
  schema [--print]                            write facts.schema.json for editors, or print it
Options: --data DIR  the folder that holds vocabulary/ and facts/ (default: data)
Exit: 0 done, 1 something is wrong and was named, 2 wrong use`

/** What a command needs: the folder of the data, and where to say things. */
interface Run {
  data: string
  say: (text: string) => void
  warn: (text: string) => void
}

function main(args: readonly string[], say: Run['say'], warn: Run['warn']): number {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    warn(`${(error as Error).message}\n${USAGE}`)
    return 2
  }
  const { values, positionals } = parsed
  const [command, file, ...more] = positionals
  const run: Run = { data: values.data, say, warn }
  if (values.help) {
    say(`${USAGE}\n`)
    return 0
  }
  const format = values.format
  const files = command === 'import' ? 1 : 0
  if (more.length > 0 || (file === undefined) !== (files === 0) || (format !== 'jsonl' && format !== 'csv')) {
    warn(USAGE)
    return 2
  }
  try {
    switch (command) {
      case 'check':
        return check(run)
      case 'import':
        return takeIn(run, file!, values.into ?? join(run.data, 'facts'))
      case 'export':
        return handOut(run, format, values.only?.split(','))
      case 'schema':
        return schema(run, values.print)
      default:
        warn(USAGE)
        return 2
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    warn(error.message)
    return 1
  }
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: 'data' },
      into: { type: 'string' },
      format: { type: 'string', default: 'jsonl' },
      only: { type: 'string' },
      print: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })

function check({ data, say, warn }: Run): number {
  const vocabulary = loadVocabulary(join(data, 'vocabulary'))
  const said: Problem[] = []
  const {
    problems: read,
    files,
    facts,
  } = loadFacts(join(data, 'facts'), vocabulary, {}, (fact) => {
    for (const { field, what, wayOut } of statementProblems(fact, vocabulary)) {
      said.push({ ...placeOf(join(data, 'facts'), fact, field), what, wayOut })
    }
  })
  const problems = [...read, ...said]
  if (problems.length > 0) warn(listOf(problems))
  const verdict = problems.length === 0 ? 'nothing is wrong' : `${problems.length} problems`
  say(`${facts} facts in ${files} files: ${verdict}\n`)
  return problems.length === 0 ? 0 : 1
}

/** Where a field of a fact that was read without a fault is written. */
function placeOf(dir: string, { id, source }: Fact, field: string): Omit<Problem, 'what' | 'wayOut'> {
  const file = join(dir, `${source}.yaml`)
  const fact = id.slice(source.length + 1)
  const lines = readFileSync(file, 'utf8').split('\n')
  const first = lines.findIndex((line) => line.replace(/["']/g, '').trim() === `- id: ${fact}`)
  const own = lines.findIndex((line, at) => at > first && line.trimStart().startsWith(`${field}:`))
  return { file, line: Math.max(first, own) + 1, fact, field }
}

/** An article whose facts use unknown words is not written: the words have to join the vocabulary first. */
function takeIn({ data, say, warn }: Run, file: string, into: string): number {
  const known = loadVocabulary(join(data, 'vocabulary'))
  const joined = new Vocabulary(copyOf(known))
  const articles = new Map<string, { source: Source; facts: Fact[] }>()
  const { problems } = readFlat(file, joined, (fact, source) => {
    const article = articles.get(source.id)
    if (article === undefined) articles.set(source.id, { source, facts: [fact] })
    else article.facts.push(fact)
  })
  if (problems.length > 0) warn(listOf(problems))

  mkdirSync(into, { recursive: true })
  const taken = new Set(readdirSync(into))
  const missing = new Set<string>()
  let written = 0
  let kept = 0
  for (const { source, facts } of articles.values()) {
    const unknown = facts.flatMap((fact) => missingWords(fact, known, joined))
    for (const line of unknown) missing.add(line)
    const name = `${source.id}.yaml`
    const path = join(into, name)
    if (unknown.length > 0) continue
    if (taken.has(name) || existsSync(path)) {
      kept++
      warn(`${path} is there already and stays as it is. Remove it first to import this article anew.`)
      continue
    }
    // 'wx': never over a file that came into being meanwhile
    writeFileSync(path, writeArticle(source, named(facts), joined), { flag: 'wx' })
    written++
  }
  const left = articles.size - written - kept
  if (missing.size > 0) {
    warn(`${left} articles use words the vocabulary has not got. Complete these lines in ${data}/vocabulary:`)
    warn([...missing].sort().join('\n'))
  }
  say(`${written} articles written to ${into}, ${kept} were there, ${left} are waiting for the vocabulary\n`)
  return problems.length === 0 && kept === 0 && left === 0 ? 0 : 1
}

function handOut({ data, say, warn }: Run, format: FlatFormat, only: readonly string[] | undefined): number {
  const vocabulary = loadVocabulary(join(data, 'vocabulary'))
  const facts: Fact[] = []
  const sources = new Map<string, Source>()
  const { problems } = loadFacts(join(data, 'facts'), vocabulary, { only }, (fact, source) => {
    facts.push(fact)
    sources.set(source.id, source)
  })
  for (const line of writeFlat(facts, sources, vocabulary, format)) say(line)
  if (problems.length > 0) warn(listOf(problems))
  return problems.length === 0 ? 0 : 1
}

function schema({ data, say }: Run, print: boolean): number {
  const text = `${JSON.stringify(jsonSchema(), null, 2)}\n`
  if (print) {
    say(text)
    return 0
  }
  const path = join(data, 'facts.schema.json')
  writeFileSync(path, text)
  say(`${path} written\n`)
  return 0
}

const listOf = (problems: readonly Problem[]): string => problems.map(problemText).join('\n')

/** Facts that came without ids of their own get one from what they measure: 'shandong-gdp-growth-2023'. */
function named(facts: readonly Fact[]): Fact[] {
  const taken = new Set<string>()
  return facts.map((fact) => {
    const [source = '', own = ''] = fact.id.split('/')
    const words = `${fact.industry === 'economy' ? '' : fact.industry} ${fact.indicator}`
    const wanted = NUMBERED.test(own) ? slug(words) || 'fact' : own
    let id = wanted
    for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`
    taken.add(id)
    return { ...fact, id: `${source}/${id}` }
  })
}

/** The lines the vocabulary lacks for a fact. */
function missingWords(fact: Fact, known: Vocabulary, joined: Vocabulary): string[] {
  const lines: string[] = []
  const add = (file: string, entry: { en: string; zh: string } | undefined, rest: string) => {
    const id = slug(entry?.en ?? '') || 'id'
    const line = `${file}: - { id: ${id}, en: ${JSON.stringify(entry?.en)}, zh: ${JSON.stringify(entry?.zh)}, ${rest} }`
    lines.push(line)
  }
  const unit = fact.quantity?.unit
  const { base } = joined.splitIndicator(fact.indicator)
  if (!known.regions.has(fact.region))
    lines.push(`counties.csv: ${fact.region},${joined.regions.get(fact.region)?.en},`)
  if (!known.industries.has(fact.industry)) {
    add('industries.yaml', joined.industries.get(fact.industry), 'parents: [], aliases: []')
  }
  if (!known.bases.has(base))
    add('indicators.yaml', joined.bases.get(base), `units: [${unit ?? ''}], aliases: []`)
  if (unit !== undefined && !known.units.has(unit))
    add('units.yaml', joined.units.get(unit), 'class: count, aliases: []')
  for (const id of fact.organisations) {
    if (!known.organisations.has(id)) add('organisations.yaml', joined.organisations.get(id), 'aliases: []')
  }
  return lines
}

const copyOf = (vocabulary: Vocabulary) => ({
  regions: vocabulary.regions.values(),
  industries: vocabulary.industries.values(),
  bases: vocabulary.bases.values(),
  measures: vocabulary.measures.values(),
  organisations: vocabulary.organisations.values(),
  units: vocabulary.units.values(),
})

const NUMBERED = /^\d+$/

// whoever reads the export may have had enough: `facts -- export | head`
process.stdout.on('error', () => process.exit(0))
process.exitCode = main(
  process.argv.slice(2),
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(`${text}\n`),
)
