/** What an owner is told about one of their digests, and what can be done about it. */
import type { Part } from '../chat/reply.ts'
import { parseQuery } from '../facts/query.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { plainText } from '../wording/plain.ts'
import { aboutInWords } from './content-about.ts'
import type { Notice, WordNotice } from './content-port.ts'
import { momentIn } from './content-times.ts'
import { reasonInWords } from './reasons-said.ts'
import { WORDS } from './words.ts'

export const createNoticeWords =
  (vocabulary: Vocabulary): WordNotice =>
  (notice, locale) => {
    const words = WORDS[locale].notice
    const query = parseQuery(notice.digest.about)
    const about = query === null ? notice.digest.id : aboutInWords(query, vocabulary, locale)
    const parts: Part[] = [
      { kind: 'text', text: sentence(notice, about, locale) },
      { kind: 'note', text: words.reason(reasonInWords(notice.reason, locale)) },
    ]
    if (notice.wayOut.length > 0)
      parts.push({
        kind: 'buttons',
        prompt: words.wayOut,
        items: notice.wayOut.map(({ does, line }) => ({ label: words.does[does], query: line })),
      })
    return { parts, plain: plainText(parts, locale), locale, seenBy: 'asker' }
  }

function sentence(notice: Notice, about: string, locale: 'en' | 'zh'): string {
  const words = WORDS[locale].notice
  const due = momentIn(notice.digest.zone, notice.dueAt, locale)
  if (notice.kind === 'failed') return words.failed(about, due, notice.dues, notice.mostDues)
  if (notice.kind === 'unknown') return words.unknown(about, due)
  return notice.why === 'mayNot' ? words.mayNot(about) : words.stopped(about, due)
}
