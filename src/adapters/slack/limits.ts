/**
 * What Slack takes, in one table. Lengths are in characters as JavaScript counts them. Sources: the Block Kit reference
 * (docs.slack.dev/reference/block-kit) and the comments of @slack/types 3.2.0, except where a line names another.
 */
export const LIMITS = {
  message: {
    blocks: 50,
    /** Slack cuts `text` at 40,000; docs.slack.dev/reference/methods/chat.postMessage advises 4,000, and chat.update refuses more. */
    text: 4_000,
    /**
     * All texts of all blocks together. Not in the reference: Slack refuses with msg_blocks_too_long from about 13,200 on, with many
     * small blocks below 11,400 (slackapi/bolt-js issues 2509 and 2867), so blocks and cells are counted with what surrounds them.
     */
    characters: 10_000,
    perBlock: 60,
    perCell: 8,
    /** One table in a message. Not in the reference: a second one has been seen refused. */
    tables: 1,
  },
  view: { blocks: 100, title: 24, submit: 24, close: 24, privateMetadata: 3_000, callbackId: 255 },
  id: 255,
  section: 3_000,
  header: 150,
  context: 10,
  actions: 25,
  button: { text: 75, value: 2_000 },
  placeholder: 150,
  select: { options: 100 },
  /** `value`: 75 in the comments of @slack/types, 150 in the reference. */
  option: { text: 75, value: 75 },
  input: { label: 2_000, hint: 2_000, maxLength: 3_000 },
  /** The first row holds the names of the columns. */
  table: {
    rows: 100,
    columns: 20,
    /** Our own: one row of all columns still fits a message with its head. */
    cell: 200,
  },
  /** docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
  prompts: 4,
  /** Our own: a title is read in a narrow list of threads. */
  threadTitle: 60,
  /** Our own: names offered while typing; more are not looked through. */
  completions: 20,
} as const
