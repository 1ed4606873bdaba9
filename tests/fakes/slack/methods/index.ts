/** Every method of the Web API that the stand-in knows. */
import type { Method } from '../desk.ts'
import { AROUND } from './around.ts'
import { CHAT } from './chat.ts'
import { CONVERSATIONS } from './conversations.ts'
import { FILES } from './files.ts'
import { VIEWS } from './views.ts'

export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...AROUND, ...CHAT, ...CONVERSATIONS, ...FILES, ...VIEWS }),
)
