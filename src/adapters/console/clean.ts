/**
 * The last step before anything reaches a terminal: whatever could steer it is taken out. A title from a source or
 * a question said back may hold escapes that move the cursor, recolour, set the clipboard or turn the writing round.
 */
export function cleanText(text: string): string {
  if (HARMLESS.test(text)) return text
  return text
    .replace(ESCAPES, '')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, '  ')
    .replace(CONTROLS, '')
    .replace(MARKS, '$1')
    .toWellFormed()
}

/** For cells, labels and titles: a line break inside would break the layout. */
export function cleanLine(text: string): string {
  const clean = cleanText(text)
  if (!clean.includes('\n')) return clean
  return clean
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')
}

const HARMLESS = /^[\n -~\u4e00-\u9fff\u3000-\u303f]*$/
/** CSI, then OSC, DCS, SOS, PM and APC with what they carry, then two-character escapes; seven and eight bits. */
const ESCAPES =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-~]/g
/** Controls except the line feed, directions, fillers that show nothing, private tags. */
const CONTROLS =
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu
/** Two marks are writing, twenty climb over the lines above. */
const MARKS = /(\p{M}\p{M})\p{M}+/gu
