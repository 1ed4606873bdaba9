/** How every program of this package begins: a faulty set-up is told as a list that a person can act on. */
import { randomInt } from 'node:crypto'
import { SetupError } from '../base/errors.ts'

export async function begin(run: () => Promise<void> | void): Promise<void> {
  // whoever reads our output may have heard enough: `npm start | head -1`
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  try {
    await run()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stderr.write(setupText(error))
    process.exitCode = FAULTY_SETUP
  }
}

/** What a person reads out to whoever looks into the log. No vowels, so it spells no words. */
export function reference(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** Of a digest: short enough to be typed, without letters that look alike. */
export const shortId = (): string =>
  Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]!.toLowerCase()).join('')

function setupText({ mistakes }: SetupError): string {
  const lines = mistakes.map(({ where, what, wayOut }) => `  ${where}: ${what}.\n    ${wayOut}\n`)
  return `Gazetteer cannot start like this:\n\n${lines.join('')}`
}

/** EX_CONFIG of sysexits.h: a supervisor should not try again before somebody mends it. */
const FAULTY_SETUP = 78
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ23456789'
