/** How the pieces of a schedule are said in English. */
import { LEAST_MINUTES } from '../cron.ts'
import { LAST } from '../cron-fields.ts'
import { impossible, type Part, type Rule, type Token, type Unit, WEEKEND, WORKDAYS } from './token.ts'

const NUMBER_WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ORDINAL_WORDS = ['first', 'second', 'third', 'fourth', 'fifth']
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ADVERBS: Readonly<Record<string, Unit>> = {
  hourly: 'hour',
  daily: 'day',
  everyday: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
}

export const ENGLISH: readonly Rule[] = [
  // rhythms
  {
    pattern:
      /(?:every|each) (?:(other|second|2nd|alternate|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half) ?(?:an )?-?)?(min(?:ute)?|hour|hr|day|week|month|quarter|year)s?/y,
    token: ([said, number, unit]) => rhythm(said!, number, unit!),
  },
  {
    pattern: /(?:once )?(?:an?|per|the|this) (min(?:ute)?|hour|hr|day|week|month|quarter|year)/y,
    token: ([said, unit]) => rhythm(said, undefined, unit!),
  },
  { pattern: /(day|month|quarter|year)/y, token: ([said, unit]) => rhythm(said, undefined, unit!) },
  {
    pattern: /hourly|daily|everyday|weekly|monthly|quarterly|yearly|annually/y,
    token: ([said]) => ({ kind: 'rhythm', unit: ADVERBS[said]!, every: 1 }),
  },
  { pattern: /every quarter hour|every quarter of an hour/y, token: () => minutes(15) },
  {
    pattern: /half-?yearly|semi-?annually|twice (?:a|per) year/y,
    token: () => ({ kind: 'rhythm', unit: 'month', every: 6 }),
  },
  {
    pattern: /bi-?weekly|fortnightly|every (?:other|second) week|every fortnight/y,
    token: ([said]) => impossible(said, 'every Monday at 09:00'),
  },
  {
    pattern: /bi-?monthly/y,
    token: ([said]) => impossible(said, 'on the 1st and 15th at 09:00'),
  },
  {
    pattern: /every second (?=[a-z]+day)(?![a-z]+day of (?:the|each|every|a) month)/y,
    token: ([said]) => impossible(said.trim(), 'on the second Monday of the month at 09:00'),
  },
  {
    pattern: /every seconds?(?! [a-z])/y,
    token: () => ({
      kind: 'mistake',
      mistake: {
        code: 'too-often',
        params: { minutes: 0, least: LEAST_MINUTES, example: 'every 15 minutes' },
      },
    }),
  },
  {
    pattern: /every other/y,
    token: ([said]) => impossible(said, 'every Monday at 09:00'),
  },
  {
    pattern: /(?:twice|two times|2 times|2x) (?:a day|per day|daily|every day)/y,
    token: ([said]) => unclear(said, 'every day at 09:00 and 17:00'),
  },
  {
    pattern: /(?:twice|two times|2 times|2x) (?:a week|per week|weekly)/y,
    token: ([said]) => unclear(said, 'every Monday and Thursday at 09:00'),
  },
  {
    pattern: /(?:twice|two times|2 times|2x) (?:a month|per month|monthly)/y,
    token: ([said]) => unclear(said, 'on the 1st and 15th at 09:00'),
  },
  // days
  {
    pattern: /(mon|tue|wed|thu|fri|sat|sun)(?:days?|sdays?|rsdays?|nesdays?|urdays?|rs|r|s)?(?![a-z])\.?/y,
    token: ([said, day]) =>
      DAY_NAME.test(said) ? { kind: 'weekdays', days: [DAYS.indexOf(day!)], each: false } : null,
  },
  {
    pattern: /(?:week|work|working|business)[ -]?days?/y,
    token: () => ({ kind: 'weekdays', days: WORKDAYS, each: false }),
  },
  { pattern: /weekends?/y, token: () => ({ kind: 'weekdays', days: WEEKEND, each: false }) },
  {
    pattern: /(?:day )?([0-3]?\d)(?:st|nd|rd|th)(?: day)?/y,
    token: ([, number]) => date(Number(number)),
  },
  { pattern: /day ([0-3]?\d)/y, token: ([, number]) => date(Number(number)) },
  {
    pattern: /(first|second|third|fourth|fifth)(?: day)?/y,
    token: ([, word]) => ({ kind: 'ordinal', number: ORDINAL_WORDS.indexOf(word!) + 1 }),
  },
  { pattern: /(?:last day|last|month[- ]end)/y, token: () => ({ kind: 'ordinal', number: LAST }) },
  {
    pattern:
      /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember|t)?(?![a-z])\.?(?: (?:the )?([0-3]?\d)(?:st|nd|rd|th)?(?![\d:.]| ?[ap]\.?m))?/y,
    token: ([said, name, day]) => {
      if (!MONTH_NAME.test(said)) return null
      const month = MONTHS.indexOf(name!) + 1
      return day === undefined ? { kind: 'months', months: [month] } : annual(month, Number(day))
    },
  },
  {
    pattern:
      /([0-3]?\d)(?:st|nd|rd|th)?(?: day)?(?: of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember|t)?(?![a-z])/y,
    token: ([said, day, name]) =>
      MONTH_NAME.test(said.replace(/^.* /, '')) ? annual(MONTHS.indexOf(name!) + 1, Number(day)) : null,
  },
  // times
  {
    pattern: /(\d{1,2})(?:[:.h](\d{2}))? ?(?:(a|p)\.?m\b\.?)/y,
    token: ([said, hour, minute, half]) => clock(said, Number(hour), Number(minute ?? 0), `${half}m`),
  },
  {
    pattern: /(\d{1,2})[:.h](\d{2})(?: ?(?:hrs|h|o'clock))?/y,
    token: ([said, hour, minute]) => clock(said, Number(hour), Number(minute)),
  },
  {
    pattern: /([0-2]\d)([0-5]\d)(?: ?(?:hrs|hours|h))?/y,
    token: ([said, hour, minute]) => clock(said, Number(hour), Number(minute)),
  },
  {
    pattern: /(\d{1,2}) ?o'? ?clock(?: ?(?:(a|p)\.?m\b\.?))?/y,
    token: ([said, hour, half]) =>
      half === undefined ? loose(said, Number(hour), 0) : clock(said, Number(hour), 0, `${half}m`),
  },
  {
    pattern:
      /(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[ -](thirty|fifteen|forty-?five))?(?: o'? ?clock)?(?: ?(?:(a|p)\.?m\b\.?))?/y,
    token: ([said, word, more, half]) => {
      const hour = NUMBER_WORDS.indexOf(word!) + 1
      const minute = more === undefined ? 0 : more === 'thirty' ? 30 : more === 'fifteen' ? 15 : 45
      return half === undefined ? loose(said, hour, minute) : clock(said, hour, minute, `${half}m`)
    },
  },
  {
    pattern:
      /(half|quarter|a quarter) (past|to) (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: ?(?:(a|p)\.?m\b\.?))?/y,
    token: ([said, share, side, number, half]) => {
      const hour = numberOf(number!)
      if (side === 'to' && share === 'half') return null
      const minute = share === 'half' ? 30 : side === 'to' ? 45 : 15
      const named = side === 'to' ? (hour === 1 ? 12 : hour - 1) : hour
      return half === undefined ? loose(said, named, minute) : clock(said, named, minute, `${half}m`)
    },
  },
  { pattern: /\d{1,2}/y, token: ([number]) => ({ kind: 'number', number: Number(number) }) },
  {
    pattern: /\d{3,}[\d.:]*/y,
    token: ([said]) => ({ kind: 'mistake', mistake: { code: 'time-unreadable', params: { value: said } } }),
  },
  { pattern: /noon|midday|mid-day/y, token: ([said]) => clock(said, 12, 0) },
  { pattern: /midnight/y, token: ([said]) => clock(said, 0, 0) },
  {
    pattern: /(?:in the |the )?(morning|afternoon|evening|night)s?|at night/y,
    token: ([said, part]) => ({
      kind: 'part',
      part: part === undefined || part === 'night' ? 'evening' : (part as Part),
      said,
    }),
  },
  {
    pattern: /(?:at )?(?:minute |:)([0-5]?\d)|(?:at )?([0-5]?\d) (?:minutes )?past(?: the hour)?/y,
    token: ([, minute, past]) => ({ kind: 'past', minute: Number(minute ?? past) }),
  },
  // what stands between
  { pattern: /every|each|all/y, token: () => ({ kind: 'every' }) },
  { pattern: /at|@|from|starting at/y, token: () => ({ kind: 'at' }) },
  { pattern: /on|the/y, token: ([word]) => ({ kind: word === 'on' ? 'on' : 'noise' }) },
  { pattern: /and|&|\+|,? and/y, token: () => ({ kind: 'and' }) },
  { pattern: /to|through|thru|until|till|-|~/y, token: () => ({ kind: 'to' }) },
  { pattern: /between/y, token: () => ({ kind: 'between' }) },
  { pattern: /of|in|please|sharp|only|,|;|\.|\(|\)/y, token: ([word]) => between(word) },
  {
    pattern:
      /tomorrow|today|tonight|once|next (?:week|month|year|[a-z]{3,9}day)|in \d{1,3} (?:minute|hour|day|week)s?/y,
    token: ([said]) => ({ kind: 'mistake', mistake: { code: 'not-recurring', params: { value: said } } }),
  },
  {
    pattern: /\d{4}-\d{1,2}-\d{1,2}/y,
    token: ([said]) => ({ kind: 'mistake', mistake: { code: 'not-recurring', params: { value: said } } }),
  },
]

/** For the way out of a word that is not known. */
export const ENGLISH_WORDS: readonly string[] = [
  ...'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays'.split(
    ' ',
  ),
  ...'saturdays sundays weekday weekdays workday weekend weekends every each daily weekly monthly quarterly'.split(
    ' ',
  ),
  ...'yearly hourly hour hours minutes day days week month months quarter year first second third fourth last'.split(
    ' ',
  ),
  ...'january february march april may june july august september october november december'.split(' '),
  ...'noon midnight morning afternoon evening at from to between and'.split(' '),
]

const DAY_NAME =
  /^(?:mon(?:days?|s)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:r|rs|rsdays?)?|fri(?:days?|s)?|sat(?:s|urdays?)?|sun(?:s|days?)?)\.?$/
const MONTH_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/

function rhythm(said: string, number: string | undefined, word: string): Token {
  const unit = (word.startsWith('min') ? 'minute' : word === 'hr' ? 'hour' : word) as Unit
  if (number === 'half')
    return unit === 'hour' ? minutes(30) : unit === 'year' ? everyMonths(6) : unclear(said, 'every hour')
  const every =
    number === undefined ? 1 : /^(?:other|second|2nd|alternate)$/.test(number) ? 2 : numberOf(number)
  return { kind: 'rhythm', unit, every }
}

const minutes = (every: number): Token => ({ kind: 'rhythm', unit: 'minute', every })
const everyMonths = (every: number): Token => ({ kind: 'rhythm', unit: 'month', every })

const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : NUMBER_WORDS.indexOf(text) + 1)

const date = (number: number): Token | null =>
  number >= 1 && number <= 31 ? { kind: 'ordinal', number } : null

const annual = (month: number, day: number): Token | null =>
  day >= 1 && day <= 31 ? { kind: 'annual', month, day } : null

/** A comma joins a list; between a day and a time it joins nothing, which the composer sees. */
const between = (word: string): Token => ({ kind: word === ',' ? 'and' : 'noise' })

function clock(said: string, hour: number, minute: number, half?: string): Token {
  const fits = half === undefined ? hour < 24 : hour >= 1 && hour <= 12
  if (!fits || minute > 59)
    return { kind: 'mistake', mistake: { code: 'time-unreadable', params: { value: said } } }
  return {
    kind: 'time',
    hour,
    minute,
    ...(half === undefined ? {} : { half: half as 'am' | 'pm' }),
    sure: true,
    said,
  }
}

/** An hour that a part of the day may still turn into the other half. */
function loose(said: string, hour: number, minute: number): Token {
  const token = clock(said, hour, minute)
  return token.kind === 'time' ? { ...token, sure: false } : token
}

const unclear = (said: string, example: string): Token => ({
  kind: 'mistake',
  mistake: { code: 'time-unclear', params: { value: said, example } },
})
