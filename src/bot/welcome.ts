/** What the bot knows and what to ask, said before anybody asked: a home page, a first greeting. */
import type { Button, Citation, Part, Reply } from '../chat/reply.ts'
import type { Engine } from './engine.ts'
import { replyOf } from './reply.ts'
import { WORDS } from './words.ts'

export function welcomeReply(engine: Engine, prompts: readonly string[], locale: 'en' | 'zh'): Reply {
  const words = WORDS[locale]
  const { facts, sources, newest } = engine.counts()
  const examples: Button[] = prompts.map((label) => ({ label, query: `/ask ${label}` }))
  const parts: Part[] = [
    { kind: 'heading', text: 'Gazetteer' },
    {
      kind: 'text',
      text: words.welcome(facts.toLocaleString('en-US'), sources.toLocaleString('en-US'), newest),
    },
    { kind: 'buttons', prompt: words.askThese, items: examples },
    { kind: 'text', text: words.mostRegions(mostNamed(engine, 'region', locale)) },
    { kind: 'text', text: words.mostIndustries(mostNamed(engine, 'industry', locale)) },
    { kind: 'text', text: words.newestSources },
    { kind: 'citations', items: newestSources(engine) },
  ]
  return replyOf(parts, locale, 'asker')
}

/** Those with the most facts, which is the order they complete in. The whole country and the whole economy say nothing. */
function mostNamed(engine: Engine, kind: 'region' | 'industry', locale: 'en' | 'zh'): string[] {
  return engine
    .complete(kind, '', SHOWN + 1)
    .filter(({ value }) => value !== 'China' && value !== 'economy')
    .slice(0, SHOWN)
    .map(({ label, value }) => (locale === 'zh' ? label.slice(value.length).trim() : value))
}

function newestSources({ base }: Engine): Citation[] {
  return [...base.sources.values()]
    .filter(({ date }) => date !== null)
    .sort((a, b) => (a.date! < b.date! ? 1 : -1))
    .slice(0, SOURCES)
    .map(({ publisher, title, about, date, url, kind }, index) => ({
      ...{ mark: index + 1, publisher, title: title ?? about ?? '', date, url, kind },
    }))
}

const SHOWN = 8
const SOURCES = 5
