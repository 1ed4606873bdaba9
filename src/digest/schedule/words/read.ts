/** A schedule as people write it: in English, in Chinese, mixed, or as a pattern; with or without its zone. */
import { fold } from '../../../base/folding.ts'
import { readCron } from '../cron.ts'
import { type Read, refused, understood } from '../mistake.ts'
import { readZone } from '../zone.ts'
import { compose } from './compose.ts'
import { gather } from './gather.ts'
import { scan } from './scan.ts'

export interface ReadSchedule {
  /** Canonical five fields. */
  cron: string
  /** null when none was said: the asker's own is meant. */
  zone: string | null
}

/**
 * 'weekdays 9:00', 'every Monday 08:30 Shanghai', '每月1号上午十点', '0 9 * * 1-5'. A day without a time is meant
 * at 09:00. What is not fully understood is refused: no word is skipped.
 */
export function readSchedule(text: string): Read<ReadSchedule> {
  if (text.length > LONGEST) return refused('words-too-long', { characters: text.length, most: LONGEST })
  const folded = fold(text)
  if (folded === '') return refused('words-missing', { example: 'every weekday at 09:00' })
  if (isPattern(folded)) return pattern(folded)
  const pieces = scan(folded)
  if (!pieces.ok) return pieces
  const gathered = gather(pieces.value)
  if (!gathered.ok) return gathered
  const cron = compose(gathered.value)
  if (!cron.ok) return cron
  const checked = readCron(cron.value)
  if (!checked.ok) return checked
  return understood({ cron: checked.value.text, zone: gathered.value.zone })
}

/** A star is in no sentence; neither are five fields of figures. */
const isPattern = (text: string): boolean =>
  text.includes('*') || /^(?:[\d,/-]+ ){2}(?:[\dl,/-]+ )[\da-z,/-]+ [\da-z#,/-]+(?: |$)/.test(text)

function pattern(text: string): Read<ReadSchedule> {
  const texts = text.replaceAll(', ', ' ').split(' ')
  // five fields, and behind them a zone; six fields are refused as six, not for the zone they are not
  const zone = texts.length > 5 && !/^[\d*]/.test(texts[5]!) ? readZone(texts.slice(5).join(' ')) : null
  if (zone !== null && !zone.ok) return zone
  const cron = readCron((zone === null ? texts : texts.slice(0, 5)).join(' '))
  if (!cron.ok) return cron
  return understood({ cron: cron.value.text, zone: zone === null ? null : zone.value })
}

/** The longest pattern that is accepted fits (cron.ts). */
const LONGEST = 400
