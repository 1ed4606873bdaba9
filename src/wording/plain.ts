/** The whole reply as plain text: for the batch interface, notifications and places where parts cannot be shown. */
import type { Part } from '../chat/reply.ts'
import type { Locale } from '../understand/understanding.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export function plainText(parts: readonly Part[], locale: Locale): string {
  const words = locale === 'zh' ? zh : en
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'list':
          return part.items.map((item) => `- ${item}`).join('\n')
        case 'table':
          return part.rows.map((row) => row.join(' | ')).join('\n')
        case 'citations':
          return [
            `${words.sources}${words.colon.trimEnd()}`,
            ...part.items.map(
              ({ mark, publisher, title, date, url }) =>
                `[${mark}] ${publisher}, "${title}", ${date ?? words.noDate}${url === null ? '' : `, ${url}`}`,
            ),
          ].join('\n')
        case 'buttons':
          return [
            part.prompt,
            ...(part.prompt === '' ? [] : part.items.map(({ label }, i) => `${i + 1}. ${label}`)),
          ]
            .filter((line) => line !== '')
            .join('\n')
        default:
          return part.text
      }
    })
    .filter((text) => text !== '')
    .join('\n')
}
