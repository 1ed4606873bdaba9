/** What the bot may do in a workspace, and what for. The manifest asks for these; docs/slack.md explains them. */

/** Without any of these something that people are promised does not work. */
export const REQUIRED_SCOPES: Readonly<Record<string, string>> = {
  'app_mentions:read': 'hear when somebody mentions it',
  'chat:write': 'answer, and show that it is looking something up',
  commands: 'the command /facts, the shortcut and the forms',
  'im:history': 'read what people write to it directly',
  'im:write': 'write first: answers to presses on its home page, notices to the owner of a digest',
  'users:read': 'language, time zone, and whether somebody is a guest or an admin',
  'channels:read': 'find a public channel by its name, and who is in it',
  'groups:read': 'the same for private channels it was invited to',
  'assistant:write': "the assistant's pane: first questions and titles",
}

/** Left out by default, because they let the bot read what is not meant for it. */
export const OPTIONAL_SCOPES: Readonly<Record<string, string>> = {
  'channels:history':
    'follow-ups in threads need no mention, and a digest is never posted twice (it reads public channels it is in)',
  'groups:history': 'the same in private channels it was invited to',
}
