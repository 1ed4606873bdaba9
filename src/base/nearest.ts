/**
 * The known word a mistyped one most probably stands for: for the way out of an error message, never for an answer.
 * undefined when none is close (more than a third of the letters differ).
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const typed = word.toLowerCase().slice(0, LONGEST)
  let best: string | undefined
  let fewest = Math.floor(typed.length / 3) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - typed.length) >= fewest) continue
    const edits = editsBetween(typed, candidate.toLowerCase(), fewest)
    if (edits < fewest) {
      fewest = edits
      best = candidate
    }
  }
  return best
}

/** Letters changed, added, left out or swapped with their neighbour; counting stops at `enough`. */
function editsBetween(a: string, b: string, enough: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, beforeLast[j - 2]! + 1)
      }
      row.push(edits)
      least = Math.min(least, edits)
    }
    if (least >= enough) return enough
    beforeLast = last
    last = row
  }
  return last[b.length]!
}

const LONGEST = 60
