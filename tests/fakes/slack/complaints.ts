/** The small checks that every block is made of, and where their complaints are kept. */
import { BLOCK_LIMITS } from './block-limits.ts'

export type Dict = Record<string, unknown>

export const isObject = (value: unknown): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export class Complaints {
  readonly said: string[] = []
  readonly #hasFile: (id: string) => boolean

  constructor(hasFile: (id: string) => boolean) {
    this.#hasFile = hasFile
  }

  say(at: string, what: string): void {
    this.said.push(`${what} [json-pointer:${at}]`)
  }

  /** Whether it is a list at all, so that its members can be looked at. */
  list(value: unknown, at: string, least: number, most: number): value is unknown[] {
    if (!Array.isArray(value)) {
      this.say(at, value === undefined ? 'missing required field' : 'must be a list')
      return false
    }
    if (value.length < least) this.say(at, `no fewer than ${least} items allowed`)
    if (value.length > most) this.say(at, `no more than ${most} items allowed`)
    return true
  }

  /** A plain string at `key` of an object. */
  string(
    owner: Dict,
    key: string,
    at: string,
    {
      max = Number.POSITIVE_INFINITY,
      min = 0,
      needed = false,
    }: { max?: number; min?: number; needed?: boolean } = {},
  ): void {
    const value = owner[key]
    const here = `${at}/${key}`
    if (value === undefined) {
      if (needed) this.say(here, 'missing required field')
    } else if (typeof value !== 'string') this.say(here, 'must be a string')
    else this.#length(value, here, min, max)
  }

  /** A text object: plain_text or mrkdwn, never empty. */
  text(value: unknown, at: string, { max, plain = false }: { max: number; plain?: boolean }): void {
    if (value === undefined) {
      this.say(at, 'missing required field')
      return
    }
    if (!isObject(value)) {
      this.say(at, 'must be a text object')
      return
    }
    const { type, text } = value
    if (type !== 'plain_text' && type !== 'mrkdwn') this.say(`${at}/type`, 'must be plain_text or mrkdwn')
    else if (plain && type !== 'plain_text') this.say(`${at}/type`, 'must be plain_text')
    if (typeof text !== 'string') this.say(`${at}/text`, 'must be a string')
    else this.#length(text, `${at}/text`, 1, max)
  }

  /** An image, as a block or inside one. */
  image(value: Dict, at: string): void {
    this.string(value, 'alt_text', at, { needed: true, max: BLOCK_LIMITS.image.altText })
    this.string(value, 'image_url', at, { min: 1, max: BLOCK_LIMITS.image.url })
    const file = value.slack_file
    if ((value.image_url === undefined) === (file === undefined))
      this.say(at, 'needs either image_url or slack_file')
    if (file === undefined) return
    if (!isObject(file)) this.say(`${at}/slack_file`, 'must be an object')
    else if (typeof file.id === 'string' && !this.#hasFile(file.id))
      this.say(`${at}/slack_file`, 'invalid slack file')
    else if (file.id === undefined && file.url === undefined) this.say(`${at}/slack_file`, 'needs id or url')
  }

  #length(value: string, at: string, min: number, max: number): void {
    if (value.length < min) this.say(at, `must be more than ${min - 1} characters`)
    if (value.length > max) this.say(at, `must be less than ${max + 1} characters`)
  }
}
