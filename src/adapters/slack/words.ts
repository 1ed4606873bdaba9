/** The few sentences that only Slack needs; all others come worded with the reply. */
interface Words {
  sources: string
  /** Rows, items or sources that did not fit. */
  more(count: number): string
  share: string
  sharedBy(name: string): string
  dismiss: string
  working: string
  busy: string
  /** Shown beside the name of the bot: 'Gazetteer is looking it up ...'. */
  status: string
  compose: string
  examples: string
  ask: string
  done: string
  cancel: string
  choose: string
  needed: string
  notDelivered: string
  promptsTitle: string
}

const en: Words = {
  sources: 'Sources',
  more: (count) => `${count} more`,
  share: 'Share in channel',
  sharedBy: (name) => `Shared by ${name}`,
  dismiss: 'Dismiss',
  working: 'Looking it up …',
  busy: 'Many questions have come at once, and I could not take yours. Please ask again in a minute.',
  status: 'is looking it up …',
  compose: 'Compose a question',
  examples: 'Questions that have an answer:',
  ask: 'Ask',
  done: 'OK',
  cancel: 'Cancel',
  choose: 'Type to choose',
  needed: 'Please fill this in.',
  notDelivered: 'I could not post the answer here. Please ask again, or tell whoever runs me.',
  promptsTitle: 'Ask, for example',
}

const zh: Words = {
  sources: '来源',
  more: (count) => `还有 ${count} 项`,
  share: '分享到频道',
  sharedBy: (name) => `由 ${name} 分享`,
  dismiss: '关闭',
  working: '正在查询……',
  busy: '同时收到的问题太多，未能受理您的问题，请过一分钟再问。',
  status: '正在查询……',
  compose: '组合一个问题',
  examples: '这些问题都有答案：',
  ask: '提问',
  done: '确定',
  cancel: '取消',
  choose: '输入以选择',
  needed: '请填写此项。',
  notDelivered: '无法在此处发布回答，请重新提问，或告知管理员。',
  promptsTitle: '例如可以问',
}

export const WORDS: Readonly<Record<'en' | 'zh', Words>> = { en, zh }
