/**
 * What Discord takes, in one place. Lengths are counted in UTF-16 units, which is never less than Discord counts.
 * Sources are pages of discord.com/developers/docs.
 */
export const LIMITS = {
  /** resources/message#create-message: content of a message of a bot. */
  content: 2_000,
  /** resources/message#embed-object-embed-limits. */
  embedDescription: 4_096,
  embedFooter: 2_048,
  /** The same page: all embeds of a message together. */
  embedsTogether: 6_000,
  /** components/reference#action-row. */
  rows: 5,
  buttonsInRow: 5,
  /** components/reference#button. */
  buttonLabel: 80,
  /** components/reference#anatomy-of-a-component. */
  customId: 100,
  /** components/reference#string-select. */
  menuOptions: 25,
  menuLabel: 100,
  menuValue: 100,
  menuPlaceholder: 150,
  /** interactions/receiving-and-responding#interaction-response-object-modal. */
  modalTitle: 45,
  modalFields: 5,
  /** components/reference#label. */
  fieldLabel: 45,
  fieldDescription: 100,
  /** components/reference#text-input. */
  fieldPlaceholder: 100,
  /** interactions/application-commands#application-command-object. */
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandChoices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** The same page: all names, descriptions and values of one command. */
  commandText: 8_000,
  /** resources/message#create-message. */
  nonce: 25,
  /** resources/channel#start-thread-from-message. */
  threadName: 100,
  /** reference#http-api: a link longer than browsers are sure to take is not worth showing. */
  url: 2_000,

  /** interactions/receiving-and-responding#responding-to-an-interaction, milliseconds. */
  firstResponse: 3_000,
  /** Half of it, which leaves the other half to the way there. */
  deferAfter: 1_500,
  /** The same page: how long an interaction's token works, less a margin. Milliseconds. */
  tokenLife: 15 * 60_000 - 15_000,
  /** resources/message#create-message: a nonce is kept "a few minutes"; leaned on for the first only. Milliseconds. */
  nonceKept: 60_000,
  /** resources/message#get-channel-messages: messages of one page. */
  page: 100,
  /** Pages read back before giving up the search for an earlier post. */
  pages: 10,

  /** topics/rate-limits#invalid-request-limit-aka-cloudflare-bans: 10,000 in 10 minutes; stopped long before. */
  invalidRequests: 500,
  invalidWindow: 10 * 60_000,
  /** Longest wait for a rate limit before an answer is given up: nobody waits longer. Milliseconds. */
  longestWait: 15 * 60_000,

  /** events/gateway#session-start-limit-object: 1,000 a day, then the token is reset. */
  identifiesPerDay: 1_000,
  /** In a crash loop, back-off keeps the day below this. */
  identifiesCalm: 100,
  /** More than this, and no session is begun until the day is over. */
  identifiesRefused: 800,
  /** events/gateway#rate-limiting: IDENTIFY once in this time per shard and max_concurrency. Milliseconds. */
  identifyEvery: 5_000,
} as const
