/** What the bot says about digests, in English; words-zh.ts has the same form. Numbers of facts are never written here. */
import type { DigestPolicy, OccurrenceState } from './digest-store.ts'
import type { ScheduleMistake } from './schedule/mistake.ts'

export const en = {
  // -- a digest --
  heading: (about: string, moment: string): string => `Digest: ${about} · ${moment}`,
  late: (due: string, posted: string): string => `Due ${due}, posted ${posted}.`,
  skipped: (count: number): string =>
    count === 1
      ? 'One earlier digest was skipped while I was away.'
      : `${count} earlier digests were skipped while I was away.`,
  group: (region: string, industry: string): string => (industry === '' ? region : `${region} · ${industry}`),
  kind: { new: '', revised: 'Revised: ', realised: 'Realised: ', withdrawn: 'Withdrawn: ' },
  before: 'Before: ',
  notShown: 'Not shown: a number of this line failed the check against its source.',
  stop: '.',
  colon: ': ',
  comma: ', ',
  otherwise: 'Another source says otherwise: ',
  nothingNew: (since: string): string => `Nothing new since ${since}.`,
  standing: (since: string): string => `Unchanged since ${since}:`,
  standingFirst: 'What is known now; from here on, what changes:',
  watching: (count: string): string =>
    `${count} facts are known now; from here on, what is new or changed is told here.`,
  nothingKnown: 'Nothing is known about this yet. What comes in will be told here.',
  more: (count: number, id: string, from: number): string => `${count} more: /digest show ${id} ${from}`,
  hint: (ask: Asking, id: string): string =>
    `${ASKING[ask]}: "#1", "source of 1?" or a question of your own. To change or stop this: /digest show ${id}`,

  // -- making one --
  made: (id: string): string => `Digest ${id} is made.`,
  changed: (id: string): string => `Digest ${id} is changed.`,
  about: (about: string): string => `About: ${about}`,
  where: (place: string): string => `Where: ${place}`,
  when: (when: string): string => `When: ${when}`,
  policyLine: (policy: string): string => `Posts: ${policy}`,
  policy: {
    always: 'always',
    changes: 'only when something changed; the first says what is known',
    'changes-or-heartbeat': 'what changed, or one line saying nothing did',
  } as Record<DigestPolicy, string>,
  next: (times: readonly string[]): string =>
    times.length === 0 ? 'No run is left.' : `Next: ${times.join(' · ')}`,
  notYet: 'Nothing is known about this yet; the digest will tell what comes in.',
  here: 'here',
  console: 'the console',
  direct: 'a private message',
  channel: (name: string): string => `#${name}`,
  place: (id: string): string => `channel ${id}`,
  whatMissing: (example: string): string => `What should the digest be about? For example: ${example}`,
  whenMissing: (example: string): string => `When should it be posted? For example: ${example}`,
  notUnderstood: (words: string): string =>
    `I find no place, industry, indicator or company in "${words}". Name one, or say "everything".`,
  unknownWords: (words: string): string =>
    `I do not know ${words}, and would watch for nothing. Say it with other words.`,
  whichPlace: 'Which place do you mean?',
  zoneMissing: 'I do not know your time zone. Which one is meant? Say it behind the time, or choose:',
  placeUnknown: (place: string): string => `I find no place "${place}". Say a channel, "here" or "me".`,
  mayNotPost:
    'Only people who may manage that channel can have digests posted there. To get it as a private message, say where: me',
  tooMany: (most: number): string =>
    `You have ${most} digests in your private messages, and more is not allowed. Delete one first.`,
  policyUnknown: 'The policy is one of: always, changes, changes-or-heartbeat.',

  // -- looking and changing --
  which: (ids: string): string =>
    ids === '' ? 'Which digest? Say its id; /digest list shows them.' : `Which digest? One of: ${ids}.`,
  notThere: (id: string): string =>
    `There is no digest ${id} that you may see. /digest list shows those you may.`,
  none: (example: string): string => `No digests yet. Make one: ${example}`,
  listHead: 'Digests here and your own:',
  nextRun: (moment: string): string => `next ${moment}`,
  noNext: 'no run left',
  pausedBecause: (reason: string): string => `paused: ${reason}`,
  byOwner: 'by a person',
  paused: (id: string): string => `Digest ${id} is paused. To go on: /digest resume ${id}`,
  pausedAlready: (id: string): string => `Digest ${id} is paused already.`,
  resumed: (id: string): string => `Digest ${id} runs again.`,
  runsAlready: (id: string): string => `Digest ${id} is not paused.`,
  deleted: (id: string): string => `Digest ${id} is deleted. What it posted stays.`,
  runs: (id: string): string => `Digest ${id} will be posted in a moment.`,
  postsAgain: (due: string): string => `The digest due ${due} will be posted again.`,
  notUnknown: 'That run is not open any more: nothing to post again.',
  changedMeanwhile: 'Somebody else has just changed it. Look at it again: /digest show',
  nothingToChange: (example: string): string => `What should change? For example: ${example}`,
  owner: (owner: string): string => `Made by ${owner}`,
  ownerYou: 'Made by you',
  last: (moment: string, state: string): string => `Last: ${moment}, ${state}`,
  lastNone: 'Nothing posted yet.',
  toldFrom: (moment: string): string => `Lines of the digest of ${moment}:`,
  noSuchLine: (most: number): string => `That digest had ${most} lines.`,
  gone: 'no longer in the base',
  previewHead: (id: string): string => `Preview of ${id}, shown to you alone: if it were due now.`,
  previewNothing: 'Nothing would be posted now: nothing changed, and the digest posts only changes.',
  historyNone: 'No run yet.',
  historyHead: (id: string): string => `Runs of ${id}, newest first:`,
  state: {
    due: 'waiting to be posted',
    posting: 'being posted',
    sent: 'posted',
    skipped: 'skipped',
    failed: 'failed',
    unknown: 'not known whether it arrived',
  } as Record<OccurrenceState, string>,
  attempts: (count: number): string => (count > 1 ? `${count} tries` : ''),
  reasons: {
    'no change': 'nothing changed',
    downtime: 'I was away',
    paused: 'it was paused',
    edited: 'its time was changed',
    deleted: 'it was deleted',
    'by its owner': 'by a person',
  } as Readonly<Record<string, string>>,
  meanings: {
    gone: 'the channel is gone, or I cannot see it',
    notIn: 'I am not in that channel',
    archived: 'it is archived',
    mayNotWrite: 'I may not write there',
    mayNot: 'its owner may not have digests posted there',
    mayNotLook: 'I may not read that channel, so I cannot look',
    noAnswer: 'no answer came back',
  },
  withCode: (meaning: string, code: string): string => `${meaning} (${code})`,

  // -- why --
  whyDue: '1. Due?',
  whyNew: '2. What is new?',
  whyPosted: '3. What would be posted?',
  whySkipped: '4. What was skipped?',
  dueNot: (moment: string): string => `Not now; next ${moment}.`,
  dueNever: 'The pattern has no run left.',
  dueWaiting: (moment: string): string => `Yes: the run of ${moment} waits to be posted.`,
  entered: (total: number, agreeing: number, since: string): string =>
    total === 0
      ? `Nothing changed in the base since ${since}.`
      : `Since ${since}, ${total} ${total === 1 ? 'fact' : 'facts'} changed in the base; ${agreeing === 0 ? 'none' : agreeing} of them ${agreeing > 1 ? 'are' : 'is'} about this.`,
  enteredFirst: 'Nothing was posted about this yet: the first digest tells what is known, not what is new.',
  unseen: (count: number): string =>
    `${count} changed in ways no reader would see, or are other facts' business.`,
  wouldTell: (lines: number, standing: number): string =>
    `${lines === 0 ? 'No' : lines} ${lines === 1 ? 'change' : 'changes'}, ${standing === 0 ? 'no' : standing} standing ${standing === 1 ? 'figure' : 'figures'}.`,
  wouldSayNothing: 'Nothing: it posts only changes, and there is none.',
  wouldSayOneLine: 'One line, saying that nothing changed.',
  notWhilePaused: 'Nothing, as long as it is paused.',
  skippedNone: 'Nothing, in the runs that are kept.',

  // -- what its owner is told --
  notice: {
    failed: (about: string, due: string, dues: number, most: number): string =>
      `The digest "${about}" due ${due} could not be posted. That is failure ${dues} of ${most} in a row; then it stops.`,
    unknown: (about: string, due: string): string =>
      `I do not know whether the digest "${about}" due ${due} arrived. Please look; posting it again could show it twice.`,
    stopped: (about: string, due: string): string =>
      `Once more, the digest "${about}" could not be posted (due ${due}). It is paused now.`,
    mayNot: (about: string): string =>
      `The digest "${about}" is paused: you may no longer have digests posted to that channel. Somebody who manages it can resume it.`,
    reason: (reason: string): string => `Reason: ${reason}`,
    wayOut: 'What to do:',
    does: { 'post-now': 'Post now', resume: 'Resume', history: 'History' },
  },
  button: {
    preview: 'Preview',
    show: 'Show',
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Delete',
    why: 'Why?',
    undo: 'Make it again',
    history: 'History',
    choose: 'For example:',
  },

  mistake: ({ code, params }: ScheduleMistake): string => {
    const { value, near, word, example, choices, minutes, least, fields, field, instead } = params
    const hint = example === undefined ? '' : ` For example: ${example}`
    const rather = near === undefined ? '' : ` Say ${near}, if that is meant.`
    switch (code) {
      case 'zone-missing':
        return `Which time zone?${hint}`
      case 'zone-offset':
        return `"${value}" is a distance from UTC and knows no summer time.${rather}`
      case 'zone-abbreviation':
        return `"${value}" is said of several zones or of half a year.${rather}`
      case 'zone-ambiguous':
        return `"${value}" may be several time zones: ${listOf(choices)}. Say one of them.`
      case 'zone-unknown':
        return `I know no time zone "${value}".${rather === '' ? ' Say one by its IANA name, such as Asia/Shanghai, or a city.' : rather}`
      case 'cron-too-long':
        return 'That pattern is too long. Five fields are enough, such as 0 9 * * 1-5.'
      case 'cron-fields':
        return `A pattern has five fields (minute, hour, day, month, weekday); this has ${fields}.${hint}`
      case 'cron-value':
        return `"${value}" is not possible in the field "${field}" of the pattern.`
      case 'cron-never':
        return `The pattern ${value} names a day that never comes.`
      case 'too-often':
        return `That is every ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}; at least ${least} minutes must lie between two digests.${hint}`
      case 'words-missing':
        return `When should it be posted?${hint}`
      case 'words-too-long':
        return 'That is too long for a time. For example: weekdays 9:00'
      case 'word-unknown':
        return `I do not understand "${word}" in the time.${near === undefined ? ' For example: weekdays 9:00' : ` Is "${near}" meant?`}`
      case 'days-missing':
        return `On which days?${hint}`
      case 'words-conflict':
        return `That time may mean two things, or contradicts itself.${hint}`
      case 'rhythm-impossible':
        return `${value === '' || value === undefined ? 'That rhythm' : `"${value}"`} cannot be kept as one schedule.${hint}`
      case 'not-recurring':
        return 'A digest comes again and again; that names one moment. For example: every Monday 9:00'
      case 'time-unreadable':
        return `"${value}" is no time of day.`
      case 'time-unclear':
        return `"${value}" may be two times of the day. Say it with 24 hours${instead === undefined ? '' : `, such as ${instead}`}.${hint}`
      case 'times-differ':
        return `One schedule cannot say these times.${hint} Two digests can.`
    }
  },
}

export type DigestWords = typeof en
/** How the bot hears a question about what it posted: only where it is named, on most platforms. */
export type Asking = 'thread' | 'mention' | 'reply'

const ASKING: Readonly<Record<Asking, string>> = {
  thread: 'Ask in the thread',
  mention: 'Mention me in the thread and ask',
  reply: 'Reply to this message and ask',
}

const listOf = (choices: ScheduleMistake['params'][string] | undefined): string =>
  Array.isArray(choices) ? choices.join(', ') : ''
