/** The short note of what a digest said: kept with its run, for the next digest and for whoever asks in its thread. */
import { z } from 'zod'

export interface Said {
  /** The query it was about: after an edit, what was said before is no measure of what is new. */
  about: string
  /** The facts behind the numbered lines, in their order, also of lines that there was no room for. */
  lines: readonly string[]
}

/** More lines than this are not kept; nobody asks for the hundredth. */
const MOST = 100

export const formatSaid = ({ about, lines }: Said): string =>
  JSON.stringify({ about, lines: lines.slice(0, MOST) })

export function readSaid(text: string | null): Said | null {
  if (text === null) return null
  try {
    return FORM.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const FORM = z.object({ about: z.string(), lines: z.array(z.string()) })
