/**
 * The limits of Slack's Block Kit reference (docs.slack.dev/reference/block-kit; the same numbers stand in the comments of
 * @slack/types 3.2.0, except where a line says otherwise). Lengths are in characters as JavaScript counts them.
 */
export const BLOCK_LIMITS = {
  message: {
    blocks: 50,
    /** Slack cuts here with a warning; the stand-in refuses, since a cut answer has lost something. */
    text: 40_000,
    /** chat.update refuses earlier than chat.postMessage cuts. */
    updatedText: 4_000,
    /** Of all cells of all tables together, second-hand: not in the types, but many clients keep to it. */
    tableCharacters: 10_000,
    /** Second-hand too: a second one has been seen refused. */
    tables: 1,
    /**
     * Of all words in all blocks together. In no reference: seen live at 13,172 and 13,297 with markdown blocks
     * (github.com/slackapi/bolt-js/issues/2509). Whether other blocks count alike is not known; here all do.
     */
    blocksTogether: 13_000,
    /** Of all markdown blocks together. */
    markdown: 12_000,
  },
  view: { blocks: 100, title: 24, submit: 24, close: 24, privateMetadata: 3_000, callbackId: 255 },
  id: 255,
  text: 3_000,
  section: { text: 3_000, fields: 10, field: 2_000 },
  header: 150,
  context: 10,
  actions: 25,
  contextActions: 5,
  button: { text: 75, value: 2_000, url: 3_000, label: 75 },
  placeholder: 150,
  select: { options: 100, groups: 100, groupLabel: 75 },
  /** `value`: 150 in the reference since 2026, 75 in the comments of @slack/types. */
  option: { text: 75, value: 150, description: 75, url: 3_000 },
  overflow: 5,
  choices: 10,
  image: { altText: 2_000, url: 3_000, title: 2_000 },
  input: { label: 2_000, hint: 2_000, maxLength: 3_000 },
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  table: { rows: 100, columns: 20 },
} as const
