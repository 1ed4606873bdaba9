/** The published commands: those of the application, and those of one guild. */
import type { NextId } from './snowflake.ts'

/** A declaration as it was published, with what Discord adds. */
export type PublishedCommand = Record<string, unknown> & { id: string; name: string; type: number }

export class CommandSets {
  readonly #sets = new Map<string, PublishedCommand[]>()
  readonly #applicationId: string
  readonly #nextId: NextId

  constructor(applicationId: string, nextId: NextId) {
    this.#applicationId = applicationId
    this.#nextId = nextId
  }

  /** @param scope a guild's id, or 'global' */
  list(scope: string): PublishedCommand[] {
    return this.#sets.get(scope) ?? []
  }

  /** A command keeps its id when a set with the same name and type replaces it. */
  replace(scope: string, declared: readonly Record<string, unknown>[]): PublishedCommand[] {
    const before = this.list(scope)
    const set = declared.map((each) => this.#publish(scope, each, before))
    this.#sets.set(scope, set)
    return set
  }

  add(scope: string, declared: Record<string, unknown>): PublishedCommand {
    const before = this.list(scope)
    const command = this.#publish(scope, declared, before)
    this.#sets.set(scope, [...before.filter(({ id }) => id !== command.id), command])
    return command
  }

  remove(scope: string, id: string): boolean {
    const before = this.list(scope)
    this.#sets.set(
      scope,
      before.filter((command) => command.id !== id),
    )
    return before.some((command) => command.id === id)
  }

  /** What a person in the guild finds under this name; the guild's own come first. */
  find(name: string, type: number): PublishedCommand | undefined {
    const sets = [...this.#sets].sort(
      ([one], [other]) => Number(one === 'global') - Number(other === 'global'),
    )
    return sets.flatMap(([, set]) => set).find((command) => command.name === name && command.type === type)
  }

  names(): string[] {
    return [...this.#sets.values()].flat().map(({ name }) => name)
  }

  #publish(
    scope: string,
    declared: Record<string, unknown>,
    before: readonly PublishedCommand[],
  ): PublishedCommand {
    const type = Number(declared.type ?? 1)
    const name = String(declared.name)
    const needs = declared.default_member_permissions
    const known = before.find((command) => command.name === name && command.type === type)
    return {
      description: '',
      nsfw: false,
      ...declared,
      default_member_permissions: needs === undefined || needs === null ? null : String(needs),
      name,
      type,
      id: known?.id ?? this.#nextId(),
      version: this.#nextId(),
      application_id: this.#applicationId,
      ...(scope === 'global' ? {} : { guild_id: scope }),
    }
  }
}
