import type { ScheduleMistake } from './schedule/mistake.ts'
import type { Asking, DigestWords } from './words-en.ts'

export const zh: DigestWords = {
  heading: (about, moment) => `简报：${about} · ${moment}`,
  late: (due, posted) => `应于 ${due} 发出，实际 ${posted} 发出。`,
  skipped: (count) => `我离线期间跳过了 ${count} 期简报。`,
  group: (region, industry) => (industry === '' ? region : `${region} · ${industry}`),
  kind: { new: '', revised: '修订：', realised: '已实现：', withdrawn: '已撤回：' },
  before: '此前：',
  notShown: '未显示：这一条的数字没有通过与来源的核对。',
  stop: '。',
  colon: '：',
  comma: '，',
  otherwise: '另有来源说法不同：',
  nothingNew: (since) => `自${since}以来没有变化。`,
  standing: (since) => `自${since}以来未变：`,
  standingFirst: '目前已知如下，以后只报变化：',
  watching: (count) => `目前已知 ${count} 条事实，以后这里报告新增和变化。`,
  nothingKnown: '目前尚无相关事实，有了会在这里告知。',
  more: (count, id, from) => `还有 ${count} 条：/digest show ${id} ${from}`,
  hint: (ask, id) => `${ASKING[ask]}，例如“#1”“1的来源？”，或其他问题。修改或停止：/digest show ${id}`,

  made: (id) => `简报 ${id} 已建立。`,
  changed: (id) => `简报 ${id} 已修改。`,
  about: (about) => `内容：${about}`,
  where: (place) => `发到：${place}`,
  when: (when) => `时间：${when}`,
  policyLine: (policy) => `发送：${policy}`,
  policy: {
    always: '每次都发',
    changes: '有变化才发，第一期说明已知的情况',
    'changes-or-heartbeat': '发变化，没有变化就发一行说明',
  },
  next: (times) => (times.length === 0 ? '不会再有下一次。' : `接下来：${times.join(' · ')}`),
  notYet: '目前尚无相关事实，有了会告知。',
  here: '这里',
  console: '控制台',
  direct: '私信',
  channel: (name) => `#${name}`,
  place: (id) => `频道 ${id}`,
  whatMissing: (example) => `简报要关注什么？例如：${example}`,
  whenMissing: (example) => `什么时候发？例如：${example}`,
  notUnderstood: (words) => `在“${words}”中没有找到地区、产业、指标或企业。请写出一个，或写“全部”。`,
  unknownWords: (words) => `不认识${words}，这样什么也关注不到。请换个说法。`,
  whichPlace: '您指的是哪个地方？',
  zoneMissing: '不知道您所在的时区。请在时间后面写明，或选择：',
  placeUnknown: (place) => `没有找到“${place}”。请写频道、“这里”或“我”。`,
  mayNotPost: '只有能管理该频道的人才能让简报发到那里。如果要发到您的私信，请写 where: 我',
  tooMany: (most) => `您的私信里已有 ${most} 个简报，不能再多了。请先删除一个。`,
  policyUnknown: '发送方式只能是：always、changes、changes-or-heartbeat。',

  which: (ids) =>
    ids === '' ? '哪一个简报？请写编号，/digest list 可查看。' : `哪一个简报？请写其中一个：${ids}。`,
  notThere: (id) => `没有您能查看的简报 ${id}。/digest list 可查看您的简报。`,
  none: (example) => `还没有简报。建立一个：${example}`,
  listHead: '这里的简报和您自己的简报：',
  nextRun: (moment) => `下次 ${moment}`,
  noNext: '不会再有下一次',
  pausedBecause: (reason) => `已暂停：${reason}`,
  byOwner: '由人暂停',
  paused: (id) => `简报 ${id} 已暂停。恢复：/digest resume ${id}`,
  pausedAlready: (id) => `简报 ${id} 已经是暂停状态。`,
  resumed: (id) => `简报 ${id} 已恢复。`,
  runsAlready: (id) => `简报 ${id} 没有暂停。`,
  deleted: (id) => `简报 ${id} 已删除。已发出的内容保留。`,
  runs: (id) => `简报 ${id} 马上发出。`,
  postsAgain: (due) => `应于 ${due} 发出的简报将重新发出。`,
  notUnknown: '那一期已经有了结果，无需重发。',
  changedMeanwhile: '刚刚有人修改过它。请再看一次：/digest show',
  nothingToChange: (example) => `要改什么？例如：${example}`,
  owner: (owner) => `建立者：${owner}`,
  ownerYou: '由您建立',
  last: (moment, state) => `上次：${moment}，${state}`,
  lastNone: '还没有发过。',
  toldFrom: (moment) => `${moment} 那一期的各条：`,
  noSuchLine: (most) => `那一期共有 ${most} 条。`,
  gone: '已不在库中',
  previewHead: (id) => `${id} 的预览，只有您能看到：假如现在发出。`,
  previewNothing: '现在不会发出：没有变化，而这个简报有变化才发。',
  historyNone: '还没有运行过。',
  historyHead: (id) => `${id} 的记录，最近的在前：`,
  state: {
    due: '等待发出',
    posting: '正在发出',
    sent: '已发出',
    skipped: '已跳过',
    failed: '失败',
    unknown: '不确定是否送达',
  },
  attempts: (count) => (count > 1 ? `尝试 ${count} 次` : ''),
  reasons: {
    'no change': '没有变化',
    downtime: '我当时离线',
    paused: '当时已暂停',
    edited: '时间已修改',
    deleted: '已删除',
    'by its owner': '由人暂停',
  },
  meanings: {
    gone: '频道已不存在，或我看不到它',
    notIn: '我不在该频道中',
    archived: '已归档',
    mayNotWrite: '我无权在那里发言',
    mayNot: '建立者无权让简报发到那里',
    mayNotLook: '我无权读取该频道，因此无法查看',
    noAnswer: '没有收到答复',
  },
  withCode: (meaning, code) => `${meaning}（${code}）`,

  whyDue: '1. 到时间了吗？',
  whyNew: '2. 有什么新内容？',
  whyPosted: '3. 会发出什么？',
  whySkipped: '4. 跳过了什么？',
  dueNot: (moment) => `还没有，下次 ${moment}。`,
  dueNever: '不会再有下一次。',
  dueWaiting: (moment) => `到了：${moment} 那一期等待发出。`,
  entered: (total, agreeing, since) =>
    total === 0
      ? `自${since}以来，库中没有变化。`
      : `自${since}以来，库中有 ${total} 条事实变化，${agreeing === 0 ? '都与此无关' : `其中 ${agreeing} 条与此有关`}。`,
  enteredFirst: '还没有发过这个内容：第一期说明已知的情况，而不是新内容。',
  unseen: (count) => `另有 ${count} 条变化读者看不出来，或与此无关。`,
  wouldTell: (lines, standing) =>
    `${lines === 0 ? '没有变化' : `${lines} 条变化`}，${standing === 0 ? '没有现有数字' : `${standing} 个现有数字`}。`,
  wouldSayNothing: '什么也不发：有变化才发，而现在没有变化。',
  wouldSayOneLine: '一行：没有变化。',
  notWhilePaused: '暂停期间什么也不发。',
  skippedNone: '保留的记录中没有跳过的。',

  notice: {
    failed: (about, due, dues, most) =>
      `应于 ${due} 发出的简报“${about}”没有发出（连续第 ${dues} 次，满 ${most} 次将停止）。`,
    unknown: (about, due) =>
      `不确定应于 ${due} 发出的简报“${about}”是否送达。请查看；再发一次可能会出现两次。`,
    stopped: (about, due) => `简报“${about}”又没有发出（最近一次应于 ${due}），现已暂停。`,
    mayNot: (about) => `简报“${about}”已暂停：您已不能让简报发到该频道。能管理该频道的人可以恢复它。`,
    reason: (reason) => `原因：${reason}`,
    wayOut: '可以这样做：',
    does: { 'post-now': '现在发出', resume: '恢复', history: '记录' },
  },
  button: {
    preview: '预览',
    show: '查看',
    pause: '暂停',
    resume: '恢复',
    remove: '删除',
    why: '为什么？',
    undo: '重新建立',
    history: '记录',
    choose: '例如：',
  },

  mistake: ({ code, params }) => {
    const { value, near, word, example, choices, minutes, least, fields, field, instead } = params
    const hint = example === undefined ? '' : `例如：${example}`
    const rather = near === undefined ? '' : `如果是指 ${near}，请写 ${near}。`
    switch (code) {
      case 'zone-missing':
        return `哪个时区？${hint}`
      case 'zone-offset':
        return `“${value}”只是与 UTC 的时差，不含夏令时。${rather}`
      case 'zone-abbreviation':
        return `“${value}”可指多个时区，或只用于半年。${rather}`
      case 'zone-ambiguous':
        return `“${value}”可能是几个时区：${listOf(choices)}。请写其中一个。`
      case 'zone-unknown':
        return `不认识时区“${value}”。${rather === '' ? '请写 IANA 名称（如 Asia/Shanghai）或城市名。' : rather}`
      case 'cron-too-long':
        return '这个表达式太长。五段就够了，例如 0 9 * * 1-5。'
      case 'cron-fields':
        return `表达式有五段（分、时、日、月、星期），这里有 ${fields} 段。${hint}`
      case 'cron-value':
        return `表达式的“${field}”一段不能写“${value}”。`
      case 'cron-never':
        return `表达式 ${value} 指的日子永远不会到来。`
      case 'too-often':
        return `那是每 ${minutes} 分钟一次；两期简报至少间隔 ${least} 分钟。${hint}`
      case 'words-missing':
        return `什么时候发？${hint}`
      case 'words-too-long':
        return '时间写得太长了。例如：工作日9点'
      case 'word-unknown':
        return `时间里的“${word}”看不懂。${near === undefined ? '例如：工作日9点' : `是指“${near}”吗？`}`
      case 'days-missing':
        return `哪些天？${hint}`
      case 'words-conflict':
        return `这个时间可以有两种理解，或自相矛盾。${hint}`
      case 'rhythm-impossible':
        return `${value === '' || value === undefined ? '这样的周期' : `“${value}”`}无法用一个时间表表示。${hint}`
      case 'not-recurring':
        return '简报是反复发出的，而这里只有一个时刻。例如：每周一9点'
      case 'time-unreadable':
        return `“${value}”不是一天中的时间。`
      case 'time-unclear':
        return `“${value}”可能是两个时间。请用 24 小时制${instead === undefined ? '' : `，如 ${instead}`}。${hint}`
      case 'times-differ':
        return `一个时间表无法表示这些时间，可以建两个简报。${hint}`
    }
  },
}

const ASKING: Readonly<Record<Asking, string>> = {
  thread: '可在本消息的讨论串中提问',
  mention: '可在本消息的讨论串中提及我并提问',
  reply: '可回复本消息提问',
}

const listOf = (choices: ScheduleMistake['params'][string] | undefined): string =>
  Array.isArray(choices) ? choices.join('、') : ''
