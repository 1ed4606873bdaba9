/** The home page: what the bot knows, questions to press, and the form. */
import type { HomeView, KnownBlock } from '@slack/types'
import type { Desk } from '../../chat/desk.ts'
import { cut, plainLine } from './escape.ts'
import { LIMITS } from './limits.ts'
import { render } from './render.ts'
import { WORDS } from './words.ts'

export function homeView(desk: Desk, locale: 'en' | 'zh', formCommand: string | null): HomeView {
  const words = WORDS[locale]
  const { blocks } = render(desk.welcome(locale), {
    commands: desk.commands.map(({ name }) => name),
    surface: 'home',
  })
  const prompts = desk.prompts(locale).filter((prompt) => prompt.length <= LIMITS.button.value)
  const examples: KnownBlock[] =
    prompts.length === 0
      ? []
      : [
          { type: 'section', text: { type: 'plain_text', text: words.examples, emoji: false } },
          {
            type: 'actions',
            elements: prompts.slice(0, LIMITS.actions).map((prompt, index) => ({
              type: 'button' as const,
              action_id: `prompt:${index}`,
              text: plain(cut(plainLine(prompt) || '–', LIMITS.button.text)),
              value: prompt,
            })),
          },
        ]
  const compose: KnownBlock[] =
    formCommand === null
      ? []
      : [
          {
            type: 'actions',
            elements: [
              {
                type: 'button',
                action_id: `form:${formCommand}`,
                text: plain(words.compose),
                style: 'primary',
              },
            ],
          },
        ]
  return { type: 'home', blocks: [...blocks, ...examples, ...compose].slice(0, LIMITS.view.blocks) }
}

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: false })
