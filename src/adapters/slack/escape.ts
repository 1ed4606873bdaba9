/**
 * The last step before anything is shown in Slack. Texts from people, facts and sources are hostile until they went through here: none
 * may ping anybody, build a link we did not build, or hide its direction.
 */

/** For mrkdwn. Only & < > steer Slack (docs.slack.dev/messaging/formatting-message-text); * ~ ` would eat characters of a figure. */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(/[&<>]/g, (sign) => ENTITIES[sign]!)
    .replace(/[*~`]/g, (sign) => HARMLESS[sign]!)
}

/** The same in one line, for what stands in a list or a link. */
export const escapeLine = (text: string): string => oneLine(escapeText(text))

/**
 * For plain_text objects and table cells, where Slack decodes nothing: an entity would be shown as it is written, so the sign that
 * opens a mention or a link is replaced by one that looks like it.
 */
export const plainLine = (text: string): string => oneLine(cleanText(text)).replace(/<(?=[!@#/a-z])/gi, '‹')

/**
 * '<https://host/path|title>'. A title that looks like a host is not the words of the link, lest it promise another place than the link
 * leads to: the real host is. What is no web address becomes the escaped title alone.
 */
export function link(address: string, title: string): string {
  const url = webAddress(address)
  const words = escapeLine(title).replaceAll('|', '¦')
  if (url === null) return words
  const target = url.href.replaceAll('&', '&amp;').replaceAll('|', '%7C').replace(/[<>]/g, encodeURIComponent)
  if (words === '') return `<${target}|${escapeLine(url.host)}>`
  return looksLikeHost(title) ? `${words} (<${target}|${escapeLine(url.host)}>)` : `<${target}|${words}>`
}

/** Whatever cannot be seen or steers what can: controls except the line feed, directions, zero widths, private tags, towers of marks. */
function cleanText(text: string): string {
  if (SIMPLE.test(text)) return text
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, '')
    .replace(MARKS, '$1')
}

/** At most `most` characters, cut between whole characters, with a sign that something is missing. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most - 1)
  // an entity or a surrogate pair that was cut in two would show as rubbish
  return `${head.replace(/&[a-z]*$/, '').replace(/[\ud800-\udbff]$/, '')}…`
}

function oneLine(text: string): string {
  if (!text.includes('\n')) return text
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')
}

function webAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  // 'https://gov.cn@evil.example' shows a name that is not where it leads
  url.username = ''
  url.password = ''
  return url
}

const looksLikeHost = (text: string): boolean => HOST.test(cleanText(text).normalize('NFKC'))

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const HARMLESS: Readonly<Record<string, string>> = { '*': '∗', '~': '∼', '`': 'ˋ' }
const SIMPLE = /^[\n -~\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/
const UNSEEN = /[\x00-\x09\x0b-\x1f\x7f-\x9f\ufff9-\ufffb]|\p{Default_Ignorable_Code_Point}/gu
/** Two marks are writing, twenty climb over the lines above. */
const MARKS = /(\p{M}\p{M})\p{M}+/gu
const HOST = /[\p{L}\p{N}-]\s?[.。]\s?(?:\p{L}{2,}|xn--)|:\/\//u
