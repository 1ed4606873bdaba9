/** What this adapter says by itself, in both languages. What is said about facts comes in the reply. */
export const WORDS = {
  en: {
    sources: 'Sources',
    more: (count: number) => `… ${count} more`,
    choose: 'Choose one',
    share: 'Share in channel',
    sharedBy: (person: string) => `Shared by ${person}`,
    compose: 'Put a question together',
    threadName: 'Follow-up questions',
    privately: 'Only you can see the answer',
    ask: 'Ask',
    failed: 'Sorry, the answer could not be shown here. Please ask again.',
  },
  zh: {
    sources: '来源',
    more: (count: number) => `…… 还有 ${count} 项`,
    choose: '请选择',
    share: '分享到频道',
    sharedBy: (person: string) => `由 ${person} 分享`,
    compose: '组合提问',
    threadName: '继续提问',
    privately: '回答仅自己可见',
    ask: '提问',
    failed: '抱歉，回答无法在此显示，请再问一次。',
  },
} as const
