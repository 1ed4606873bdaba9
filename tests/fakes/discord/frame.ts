/** A frame that a client sent. */
export interface Frame {
  op: number
  d: Record<string, unknown>
}

/** Undefined where it is none. */
export function parseFrame(text: string): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(text)
    if (typeof frame !== 'object' || frame === null || !('op' in frame)) return undefined
    const { op, d } = frame as { op: unknown; d?: unknown }
    return typeof op === 'number'
      ? { op, d: typeof d === 'object' && d !== null ? (d as Record<string, unknown>) : {} }
      : undefined
  } catch {
    return undefined
  }
}
