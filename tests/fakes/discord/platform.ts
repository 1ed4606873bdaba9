/** Everything one stand-in is made of, for the files that play its parts. */

import type { Chance } from '../chance.ts'
import type { FaultScript } from '../faults.ts'
import type { Ledger } from '../ledger.ts'
import type { Time } from '../time.ts'
import type { CommandSets } from './command-sets.ts'
import type { Gateway } from './gateway.ts'
import type { Interactions } from './interactions.ts'
import type { RateLimits } from './rate-limits.ts'
import type { NextId } from './snowflake.ts'
import type { World } from './world.ts'

export interface Platform {
  time: Time
  chance: Chance
  nextId: NextId
  ledger: Ledger
  faults: FaultScript
  world: World
  gateway: Gateway
  limits: RateLimits
  interactions: Interactions
  commands: CommandSets
  /** Whom the bot's messages would have called: '@everyone', or a person's name; in order. */
  pings: { message: string; whom: string }[]
  /** Privileged intents that are switched on. */
  privileged: number
  /** How long a nonce is remembered, in milliseconds. */
  nonceLife: number
  /** 'http://127.0.0.1:port' */
  url: () => string
}
