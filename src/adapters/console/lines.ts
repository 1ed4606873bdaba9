/** Questions from a pipe or a file: one a line, each answered before the next is read. */
import { once } from 'node:events'
import { linesOf } from '../../base/lines.ts'

export async function talkInLines(
  input: AsyncIterable<Buffer | string>,
  output: NodeJS.WritableStream,
  signal: AbortSignal,
  take: (line: string) => Promise<string | null>,
): Promise<void> {
  let between = ''
  try {
    for await (const line of linesOf(input)) {
      const said = await take(line)
      if (said === null) return
      if (said === '') continue
      if (!output.write(`${between}${said}\n`)) await once(output, 'drain')
      between = '\n'
    }
  } catch (error) {
    // stopping closes the input under the loop
    if (!signal.aborted) throw error
  }
}
