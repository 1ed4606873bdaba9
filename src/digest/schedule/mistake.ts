/** What was wrong with a schedule as somebody wrote it: data, because it is worded in two languages elsewhere. */
export interface ScheduleMistake {
  code: MistakeCode
  /**
   * What the wording may quote. `example` is accepted as a whole instead, `near` and `instead` in the place
   * of what was quoted, and so are all of `choices`.
   */
  params: Readonly<Record<string, string | number | readonly string[]>>
}

export type MistakeCode =
  // zones
  | 'zone-missing'
  /** A distance from UTC or a compass name ('UTC+8', '东八区'): it knows no summer time. near */
  | 'zone-offset'
  /** 'EST': the letters are said of half a year, or of several zones. near */
  | 'zone-abbreviation'
  /** 'CST', 'Georgia': several zones are called so. choices */
  | 'zone-ambiguous'
  /** near, where a known name is close */
  | 'zone-unknown'
  // patterns
  | 'cron-too-long'
  /** fields: how many there are, five are right */
  | 'cron-fields'
  /** field, value */
  | 'cron-value'
  | 'cron-never'
  /** minutes between the two closest runs, least: what is allowed */
  | 'too-often'
  // words
  | 'words-missing'
  | 'words-too-long'
  /** word, near where a known one is close */
  | 'word-unknown'
  /** 'at 9' alone: example */
  | 'days-missing'
  /** 'every month on Monday', 'Monday the 1st': it may mean two things, or contradicts itself. example */
  | 'words-conflict'
  /** 'every 5 hours', 'every other week': no pattern says so. example */
  | 'rhythm-impossible'
  /** 'tomorrow', 'once' */
  | 'not-recurring'
  /** '25:00', '13pm'. value */
  | 'time-unreadable'
  /** '9 and 5pm', '晚上12点', 'every evening', 'twice a day': two times may be meant. value, instead or example */
  | 'time-unclear'
  /** '9:00 and 17:30', half hours that end on the hour: no single pattern says so. example */
  | 'times-differ'

export type Read<T> = { ok: true; value: T } | { ok: false; mistake: ScheduleMistake }

export const understood = <T>(value: T): Read<T> => ({ ok: true, value })

export const refused = (
  code: MistakeCode,
  params: ScheduleMistake['params'] = {},
): { ok: false; mistake: ScheduleMistake } => ({ ok: false, mistake: { code, params } })

/** What may be quoted of a hostile text. */
export const quoted = (text: string): string => (text.length <= QUOTED ? text : `${text.slice(0, QUOTED)}…`)

const QUOTED = 40
