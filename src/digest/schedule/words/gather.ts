/** What the pieces of a schedule say together, before it becomes a pattern: lists closed, spans filled in. */
import { LAST, type Nth } from '../cron-fields.ts'
import { type Read, refused, understood } from '../mistake.ts'
import { type SpokenTime, spokenTimes } from './spoken-time.ts'
import { daysThrough, type Token, type Unit } from './token.ts'

export interface Gathered {
  rhythms: readonly { unit: Unit; every: number }[]
  weekdays: readonly number[]
  nths: readonly Nth[]
  /** 1-31 and LAST */
  dates: readonly number[]
  months: readonly number[]
  annual: readonly { month: number; day: number }[]
  /** Minutes after midnight. */
  times: readonly number[]
  /** 'from 9 to 17', both included */
  between: readonly [number, number] | null
  /** 'at minute 30' of the hour */
  past: number | null
  zone: string | null
}

export function gather(pieces: readonly Token[]): Read<Gathered> {
  const found = new Gathering(pieces)
  found.run()
  if (found.isInterleaved()) return refused('times-differ', { example: 'every Monday and Friday at 09:00' })
  if (found.isTangled()) return refused('words-conflict', { example: 'on the 1st and 15th at 09:00' })
  const times = spokenTimes(found.times)
  if (!times.ok) return times
  return understood({
    ...found,
    times: found.spans ? [] : times.value,
    between: found.spans ? [times.value[0]!, times.value[1]!] : null,
  })
}

class Gathering {
  rhythms: { unit: Unit; every: number }[] = []
  weekdays: number[] = []
  nths: Nth[] = []
  dates: number[] = []
  months: number[] = []
  annual: { month: number; day: number }[] = []
  times: SpokenTime[] = []
  spans = false
  past: number | null = null
  zone: string | null = null

  readonly #pieces: readonly Token[]
  #at = 0
  #tangled = false
  #besideDates = false
  /** The order in which dates and months were named: 'dm', and 'dmdm' for what one pattern cannot hold. */
  #order = ''
  /** Whether days (D) or times (T) came first: 'DT', 'TD', or more. */
  #sides = ''

  constructor(pieces: readonly Token[]) {
    this.#pieces = pieces
  }

  run(): void {
    while (this.#at < this.#pieces.length) this.#step(this.#pieces[this.#at]!)
  }

  /** 'Monday at 9 and Friday at 10', 'Monday at 9 and Friday': which time belongs to which day would be lost. */
  isInterleaved(): boolean {
    return this.#sides.length > 2
  }

  isTangled(): boolean {
    const manyDates = this.#order.length > 2
    const bothKinds = this.annual.length > 0 && this.#order !== ''
    const manyTimes = this.spans && this.times.length !== 2
    const unjoined = this.dates.length > 0 && this.weekdays.length > 0 && !this.#besideDates
    return this.#tangled || unjoined || manyDates || bothKinds || manyTimes
  }

  #step(piece: Token): void {
    const side = this.#sideOf(piece)
    if (side !== null && this.#sides.at(-1) !== side) this.#sides += side
    if (piece.kind === 'weekdays') {
      if (this.#isBesideDates(piece.each)) this.#besideDates = true
      this.weekdays.push(...this.#weekdaysHere())
    } else if (piece.kind === 'ordinal') this.#ordinals([])
    else if (piece.kind === 'number') this.#isDate() ? this.#ordinals([]) : this.#timesHere()
    else if (piece.kind === 'time' || piece.kind === 'part') this.#timesHere()
    else if (piece.kind === 'between') this.#timesHere()
    else if (piece.kind === 'months') this.#monthsHere()
    else {
      this.#at++
      if (piece.kind === 'rhythm') this.rhythms.push(piece)
      // 'every evening', '每晚'
      else if (piece.kind === 'every' && this.#pieces[this.#at]?.kind === 'part')
        this.rhythms.push({ unit: 'day', every: 1 })
      else if (piece.kind === 'annual') this.annual.push(piece)
      else if (piece.kind === 'past') {
        this.#tangled ||= this.past !== null
        this.past = piece.minute
      } else if (piece.kind === 'zone') {
        this.#tangled ||= this.zone !== null && this.zone !== piece.zone
        this.zone = piece.zone
      } else if (piece.kind === 'to') this.#tangled = true
    }
  }

  #sideOf({ kind }: Token): 'D' | 'T' | null {
    if (kind === 'weekdays' || kind === 'ordinal' || kind === 'annual') return 'D'
    if (kind === 'number') return this.#isDate() ? 'D' : 'T'
    return kind === 'time' || kind === 'part' ? 'T' : null
  }

  /** 'the 1st and every Monday' is either; 'Monday the 1st' may be both at once, which no pattern says. */
  #isBesideDates(each: boolean): boolean {
    const before = this.#pieces[this.#at - 1]?.kind
    const joined = before === 'every' ? this.#pieces[this.#at - 2]?.kind : each ? before : undefined
    return joined === 'and' && this.dates.length > 0
  }

  #note(kind: 'd' | 'm'): void {
    if (this.#order.at(-1) !== kind) this.#order += kind
  }

  /** A number is a date behind 'on', and (#ordinals) where a list of dates goes on: 'on 1 and 15'. */
  #isDate(): boolean {
    return this.#pieces[this.#at - 1]?.kind === 'on'
  }

  #weekdaysHere(): number[] {
    const days: number[] = []
    for (;;) {
      const piece = this.#pieces[this.#at]
      if (piece?.kind !== 'weekdays') return days
      this.#at++
      const end = this.#pieces[this.#at + 1]
      if (this.#pieces[this.#at]?.kind === 'to' && end?.kind === 'weekdays') {
        if (piece.days.length > 1 || end.days.length > 1) this.#tangled = true
        days.push(...daysThrough(piece.days[0]!, end.days[0]!))
        this.#at += 2
      } else days.push(...piece.days)
      this.#skipAndsBefore('weekdays')
    }
  }

  /** Dates, or with a weekday behind them 'the first and third Monday'. */
  #ordinals(numbers: number[]): void {
    for (;;) {
      const piece = this.#pieces[this.#at]
      if (piece?.kind !== 'ordinal' && piece?.kind !== 'number') break
      this.#at++
      const end = this.#pieces[this.#at + 1]
      if (this.#pieces[this.#at]?.kind === 'to' && (end?.kind === 'ordinal' || end?.kind === 'number')) {
        if (end.number <= piece.number || end.number > 31) this.#tangled = true
        for (let day = piece.number; day <= Math.min(end.number, 31); day++) numbers.push(day)
        this.#at += 2
      } else numbers.push(piece.number)
      // a number right behind a date is an hour: 'on the 15th 9'
      if (!this.#skipAndsBefore('ordinal') && !this.#skipAndsBefore('number')) break
    }
    // '第一个工作日': the first of several weekdays is more than a pattern says
    const next = this.#pieces[this.#at]
    if (next?.kind === 'weekdays') {
      this.#nthsOf(numbers)
      return
    }
    if (next?.kind === 'rhythm' && next.unit === 'day' && next.every === 1) this.#at++
    if (numbers.some((day) => day < 1 || (day > 31 && day !== LAST))) this.#tangled = true
    this.dates.push(...numbers)
    this.#note('d')
  }

  #nthsOf(numbers: readonly number[]): void {
    const days = this.#weekdaysHere()
    // one weekday only: 'the first Monday and Thursday' may mean two things
    if (days.length > 1 || numbers.some((nth) => nth > 5 && nth !== LAST)) this.#tangled = true
    this.nths.push(...numbers.map((nth) => ({ weekday: days[0]!, nth })))
  }

  #monthsHere(): void {
    for (;;) {
      const piece = this.#pieces[this.#at]
      if (piece?.kind !== 'months') break
      this.#at++
      const end = this.#pieces[this.#at + 1]
      if (this.#pieces[this.#at]?.kind === 'to' && end?.kind === 'months') {
        const [from, to] = [piece.months[0]!, end.months[0]!]
        if (to <= from) this.#tangled = true
        for (let month = from; month <= to; month++) this.months.push(month)
        this.#at += 2
      } else this.months.push(...piece.months)
      this.#skipAndsBefore('months')
    }
    this.#note('m')
  }

  /** Times with the parts of the day before or behind them, up to what is no time any more. */
  #timesHere(): void {
    let part: SpokenTime['part'] = null
    let isBetween = false
    for (; this.#at < this.#pieces.length; this.#at++) {
      const piece = this.#pieces[this.#at]!
      const previous = this.times.at(-1)
      if (piece.kind === 'part') {
        const next = this.#pieces[this.#at + 1]?.kind
        const isAhead = next === 'time' || next === 'number' || next === 'at'
        if (isAhead || previous === undefined) part = { ...piece, behind: false }
        else if (previous.part === null) previous.part = { ...piece, behind: true }
        else this.#tangled = true
        // 'every morning', with no hour
        if (!isAhead && previous === undefined)
          this.times.push({ hour: null, minute: 0, sure: false, said: piece.said, part })
      } else if (piece.kind === 'time') this.times.push({ ...piece, part })
      else if (piece.kind === 'number')
        this.times.push({ hour: piece.number, minute: 0, sure: false, said: String(piece.number), part })
      else if (piece.kind === 'between') isBetween = true
      else if (piece.kind === 'to' || (piece.kind === 'and' && isBetween)) {
        if (this.spans) this.#tangled = true
        this.spans = true
        isBetween = false
      } else if (piece.kind !== 'and' && piece.kind !== 'at') return
      else if (!this.#continuesTimes()) return
    }
  }

  /** Whether what joins here joins a time: 'at 9 and 17', not 'at 9 and on Monday'. */
  #continuesTimes(): boolean {
    for (let at = this.#at + 1; ; at++) {
      const kind = this.#pieces[at]?.kind
      if (kind !== 'and' && kind !== 'at') return kind === 'time' || kind === 'number' || kind === 'part'
    }
  }

  #skipAndsBefore(kind: Token['kind']): boolean {
    let at = this.#at
    while (SKIPPED.has(this.#pieces[at]?.kind ?? '')) at++
    if (at === this.#at || this.#pieces[at]?.kind !== kind) return false
    // a number is an hour unless it is joined to dates: '1st, 15' but 'on the 1st 9'
    if (kind === 'number' && this.#pieces[at - 1]?.kind !== 'and') return false
    this.#at = at
    return true
  }
}

/** What may stand inside a list of days. */
const SKIPPED: ReadonlySet<string> = new Set(['and', 'every', 'on'])
