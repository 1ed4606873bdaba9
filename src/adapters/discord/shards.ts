/**
 * The shards of the bot among its processes: each runs those it holds a lease for, renewed every 10 s and good for 30 s, and
 * takes over what another left. A shard identified twice would get every event twice.
 */
import type { RESTOptions } from 'discord.js'
import { failure } from '../../base/log.ts'
import type { Desk } from '../../chat/desk.ts'
import { ShardLink, type ShardTools } from './gateway.ts'
import type { IdentifyBudget } from './identify.ts'

export interface FleetOptions {
  token: string
  shardCount: number
  /** This process, among those that share the leases. */
  owner: string
  desk: Pick<Desk, 'coordination' | 'clock' | 'chance' | 'log' | 'metrics'>
  budget: IdentifyBudget
  rest: Partial<RESTOptions>
  dispatch: ShardTools['dispatch']
}

export class Fleet {
  readonly #options: FleetOptions
  readonly #links = new Map<number, ShardLink>()
  #timer: NodeJS.Timeout | null = null
  #round: Promise<void> = Promise.resolve()
  #ended = false

  constructor(options: FleetOptions) {
    this.#options = options
  }

  get links(): readonly ShardLink[] {
    return [...this.#links.values()]
  }

  /** Resolves when the shards that can be had are connected. Rejects with a SetupError where Discord refuses for good. */
  async start(): Promise<void> {
    await this.#look()
    if (this.#ended) return
    this.#timer = setInterval(() => {
      // one round after another, however slow the store is
      this.#round = this.#round
        .then(() => this.#look())
        .catch((error) => this.#options.desk.log.error(failure(error), 'a shard could not be taken over'))
    }, LOOK_EVERY)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    this.#ended = true
    if (this.#timer !== null) clearInterval(this.#timer)
    const held = [...this.#links]
    await Promise.all(held.map(([, link]) => link.stop()))
    const { coordination } = this.#options.desk
    await Promise.all(
      held.map(([id]) => coordination.release(leaseOf(id), this.#options.owner).catch(() => undefined)),
    )
  }

  async #look(): Promise<void> {
    const { shardCount } = this.#options
    const started: Promise<void>[] = []
    for (let id = 0; id < shardCount && !this.#ended; id++) {
      const link = this.#links.get(id)
      const held = await this.#lease(id, link !== undefined)
      if (held && link === undefined) started.push(this.#take(id))
      if (!held && link !== undefined) await this.#lose(id, link)
    }
    await Promise.all(started)
  }

  /** A store that fails for a while takes nothing away: nobody else can get the lease from it either. */
  async #lease(id: number, isHeld: boolean): Promise<boolean> {
    const { desk, owner } = this.#options
    try {
      return await desk.coordination.lease(leaseOf(id), owner, LEASE)
    } catch (error) {
      desk.log.error(failure(error), 'the lease of a shard could not be renewed')
      return isHeld
    }
  }

  async #take(id: number): Promise<void> {
    const link = new ShardLink({ ...this.#options, shardId: id })
    this.#links.set(id, link)
    await link.start()
  }

  async #lose(id: number, link: ShardLink): Promise<void> {
    this.#options.desk.log.warn({ shard: id }, 'another process runs this shard now')
    this.#links.delete(id)
    await link.stop()
  }
}

const leaseOf = (id: number): string => `discord/shard/${id}`
/** Milliseconds. */
const LEASE = 30_000
const LOOK_EVERY = 10_000
