import { UserError } from '../src/base/errors.ts'
import type { BotCommand, DigestVerb } from '../src/bot/tools.ts'
import type { Field, Option, Subcommand } from '../src/chat/command.ts'

const WHAT: Option = {
  name: 'what',
  says: { en: 'a question, places, industries or "everything"', zh: '一个问题、地区、产业或“全部”' },
  required: true,
  completes: 'question',
  rest: true,
}
const MORE: readonly Option[] = [
  {
    name: 'when',
    says: {
      en: '"weekdays 9:00", "monthly on the 1st", or a cron pattern',
      zh: '“每周一早上九点”“每月1号”或 cron',
    },
    required: false,
  },
  {
    name: 'where',
    says: { en: 'here, me (a private message), or a channel', zh: '这里、我（私信）或某个频道' },
    required: false,
  },
  {
    name: 'zone',
    says: { en: 'time zone, your own by default', zh: '时区，默认为您的时区' },
    required: false,
    completes: 'zone',
  },
  {
    name: 'policy',
    says: { en: 'when to post', zh: '什么情况下发' },
    required: false,
    choices: [
      { value: 'changes', says: { en: 'only when something changed', zh: '有变化才发' } },
      { value: 'always', says: { en: 'always', zh: '每次都发' } },
      {
        value: 'changes-or-heartbeat',
        says: { en: 'what changed, or one line saying nothing did', zh: '没有变化就发一行说明' },
      },
    ],
  },
]
const DIGEST: Option = {
  name: 'digest',
  says: { en: 'the id of a digest', zh: '简报编号' },
  required: false,
  completes: 'digest',
}
const FROM: Option = {
  name: 'from',
  says: { en: 'lines of the last one, from this number on', zh: '上一期从第几条起' },
  required: false,
}

const part = (
  name: DigestVerb,
  [en, zh]: readonly [string, string],
  options: readonly Option[],
  examples: Subcommand['examples'],
): Subcommand => ({ name, says: { en, zh }, options, examples })

/** The fields of the form that makes one; the form that mends one leaves empty what stays. */
const FIELDS: Readonly<Record<string, Field>> = {
  what: { label: { en: 'What', zh: '内容' } },
  when: { label: { en: 'When', zh: '时间' }, needed: true },
  where: { label: { en: 'Where', zh: '发到' }, holds: { en: 'here', zh: '这里' } },
  zone: { label: { en: 'Time zone', zh: '时区' } },
  policy: { label: { en: 'Post', zh: '发送' }, holds: { en: 'changes', zh: 'changes' } },
}
const toMake = (option: Option): Option => ({ ...option, field: FIELDS[option.name]! })
const toMend = (option: Option): Option => ({ ...option, field: { label: FIELDS[option.name]!.label } })

/** The usual kind: of one digest, by its id. */
const ofOne = (name: DigestVerb, en: string, zh: string, options: readonly Option[] = [DIGEST]): Subcommand =>
  part(name, [en, zh], options, { en: [`/digest ${name} k7m2`], zh: [`/digest ${name} k7m2`] })

const ADD_EXAMPLES = {
  en: [
    '/digest add new energy in Shandong, weekdays 9:00 Shanghai',
    '/digest add what: Dongying offshore wind investment when: monthly on the 1st zone: Asia/Shanghai',
  ],
  zh: ['/digest add 山东新能源 每周一早上九点', '/digest add what: 东营海上风电投资额 when: 每月1号上午十点'],
}

/** What is done lies in src/digest/digests.ts; here it has its names. */
export const digest: BotCommand = {
  name: 'digest',
  says: { en: 'what changed, posted when you want it', zh: '按时发送的变化简报' },
  options: [],
  subcommands: [
    part(
      'add',
      ['make one: about what, when, where', '建立：内容、时间、地点'],
      [WHAT, ...MORE].map(toMake),
      ADD_EXAMPLES,
    ),
    part('list', ['those of this place and your own', '这里的和您自己的简报'], [], {
      en: ['/digest list'],
      zh: ['/digest list'],
    }),
    ofOne('show', 'what it is about, when it comes next', '内容、时间和下一次', [DIGEST, FROM]),
    part(
      'edit',
      ['change what, when, where or how', '修改内容、时间、地点或方式'],
      [DIGEST, ...[{ ...WHAT, required: false }, ...MORE].map(toMend)],
      { en: ['/digest edit k7m2 weekdays 10:00'], zh: ['/digest edit k7m2 工作日10点'] },
    ),
    ofOne('pause', 'stop it for a while', '暂停'),
    ofOne('resume', 'let it go on', '恢复'),
    ofOne('run', 'post it now, once', '现在发一次'),
    ofOne('preview', 'what it would say now; only you see it', '现在会发什么，只有您能看到'),
    ofOne('history', 'what became of its last runs', '最近各期的结果'),
    ofOne('why', 'why it was posted, or not', '为什么发或没发'),
    ofOne('delete', 'end it', '删除', [{ ...DIGEST, required: true }]),
  ],
  examples: { en: ADD_EXAMPLES.en, zh: ADD_EXAMPLES.zh },
  run(values, _turn, tools, subcommand) {
    if (tools.digest === null) throw new UserError('no-digests')
    return tools.digest(subcommand as DigestVerb, values)
  },
}
