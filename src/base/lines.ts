/** The lines of a stream as they arrive, so that a question can be answered before the next one is sent. */
import { StringDecoder } from 'node:string_decoder'

/**
 * Only '\n' ends a line: node:readline also splits at U+2028, which JSON allows inside a text. A line longer than
 * `longest` characters is cut there, so that an endless one cannot fill the memory.
 */
export async function* linesOf(
  stream: AsyncIterable<Buffer | string>,
  longest = LONGEST,
): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let pieces: string[] = []
  let length = 0
  const keep = (piece: string) => {
    if (length < longest) pieces.push(piece.slice(0, longest - length))
    length += piece.length
  }
  const finish = (): string => {
    const line = pieces.join('').replace(/\r$/, '')
    pieces = []
    length = 0
    return line
  }
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk)
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      keep(text.slice(start, end))
      start = end + 1
      yield finish()
    }
    keep(text.slice(start))
  }
  keep(decoder.end())
  if (length > 0) yield finish()
}

const LONGEST = 1_000_000
