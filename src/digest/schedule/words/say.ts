/** A schedule said in words, which readSchedule reads as the same schedule again. */
import { acceptedCron } from '../cron.ts'
import { type Phrases, phrasesOf } from './phrases.ts'
import { sayChinese } from './say-chinese.ts'
import { sayEnglish } from './say-english.ts'

/**
 * 'every weekday at 09:00, Asia/Shanghai', '每个工作日 09:00（Asia/Shanghai）'. A pattern that words would only
 * blur is said as its five fields. `cron` and `zone` as readCron and readZone gave them.
 */
export function saySchedule(cron: string, zone: string | null, locale: 'en' | 'zh'): string {
  const { fields, text } = acceptedCron(cron)
  const phrases: Phrases | null = phrasesOf(fields)
  if (locale === 'zh') {
    const said = phrases === null ? text : sayChinese(phrases)
    return zone === null ? said : phrases === null ? `${said} ${zone}` : `${said}（${zone}）`
  }
  const said = phrases === null ? text : sayEnglish(phrases)
  return zone === null ? said : phrases === null ? `${said} ${zone}` : `${said}, ${zone}`
}
