/**
 * The last step before anything reaches Discord. Everything from articles, chats and questions is hostile until it went
 * through here: nothing of it may become a mention, a link, a heading, or steer the direction of writing.
 */

/** Text that may stand anywhere in a message: shown as it was written, whatever Markdown would make of it. */
export function escaped(text: string): string {
  return clean(text)
    .replace(MARKDOWN, '\\$&')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBERED, '$1\\$2')
    .replace(MASKED, ']\\(')
    .replace(LINKED, '\\://')
    .replace(EVERYBODY, '\\$&')
}

/** The same on one line, for list items and cells. */
export const escapedLine = (text: string): string => escaped(cleanLine(text))

/** For places without Markdown: labels, placeholders, choices, footers. */
export function cleanLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim()
}

/** For a code block, which nothing but back-ticks ends. */
export const inCode = (text: string): string => cleanLine(text).replaceAll('`', 'ˋ')

/** Without what is not shown but does something: controls, directions, zero-width characters, halves of characters. */
function clean(text: string): string {
  if (HARMLESS.test(text)) return text
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, '')
    .replace(MARKS, '$1')
    .toWellFormed()
}

/**
 * A link of ours: the words shown are the host it leads to, so they cannot name another. null: not a link that may be
 * shown, because it is broken, too long, or of a kind that is opened by something else than a browser.
 */
export function link(url: string, longest: number): { host: string; markdown: string } | null {
  if (!URL.canParse(url)) return null
  const parsed = new URL(url)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null
  // a name before the host reads like the host
  parsed.username = ''
  parsed.password = ''
  const safe = parsed.href.replace(/[()<>[\]"'`|\\\s]/g, (character) => PERCENT(character))
  if (safe.length > longest || parsed.hostname === '') return null
  const host = parsed.hostname.replace(/^www\./, '')
  return { host, markdown: `[${escapedLine(host)}](<${safe}>)` }
}

/** At most `most` units, never half a character or a lone backslash; what was cut off is shown by an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = text.slice(0, Math.max(0, most - 1))
  if (HALF.test(kept)) kept = kept.slice(0, -1)
  const slashes = /\\*$/.exec(kept)![0].length
  if (slashes % 2 === 1) kept = kept.slice(0, -1)
  return `${kept}…`
}

const PERCENT = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

const HARMLESS = /^[\n -~\u4e00-\u9fff\u3000-\u303f]*$/
const MARKDOWN = /[\\*_~`|<>]/g
/** Where the words of a link end and its address begins; brackets alone are marks of sources. */
const MASKED = /\]\(/g
/** What begins a heading, small print, a list or a quotation at the start of a line. */
const LINE_START = /^([ \u3000]*)(#{1,3}(?=\s|$)|-(?=#|\s|$)|\+(?=\s|$))/gm
const NUMBERED = /^([ \u3000]*\d{1,9})([.)])(?=\s|$)/gm
const LINKED = /:\/\//g
/** Shown as words; that nobody is called is held by every message's allowed_mentions besides. */
const EVERYBODY = /@(?:everyone|here)/gi
/** Controls but the line feed, and every character whose drawing is nothing (directions, joiners, fillers, tags). */
const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufff9-\ufffb]|\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/gu
/** Two marks are writing, twenty climb over the lines above. */
const MARKS = /(\p{M}\p{M})\p{M}+/gu
const HALF = /[\ud800-\udbff]$/
