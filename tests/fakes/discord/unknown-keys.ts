/** Keys of a body that a schema does not know. Discord ignores them, so a misspelt field vanishes without a word. */
import { core } from 'zod'

/** Paths such as 'embeds[0].titel', of a value the schema accepts. */
export function unknownKeys(schema: core.$ZodType, value: unknown, at = ''): string[] {
  const def = (schema as core.$ZodTypes)._zod.def
  switch (def.type) {
    case 'lazy':
      return unknownKeys(def.getter(), value, at)
    case 'optional':
    case 'nullable':
      return value === undefined || value === null ? [] : unknownKeys(def.innerType, value, at)
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((each, index) => unknownKeys(def.element, each, `${at}[${index}]`))
        : []
    case 'record':
      return isObject(value)
        ? Object.entries(value).flatMap(([key, each]) => unknownKeys(def.valueType, each, joined(at, key)))
        : []
    case 'union': {
      // of the readings that fit, the one that leaves least over
      const readings = def.options
        .filter((option) => core.safeParse(option, value).success)
        .map((option) => unknownKeys(option, value, at))
      return readings.sort((one, other) => one.length - other.length)[0] ?? []
    }
    case 'object': {
      if (!isObject(value)) return []
      return Object.entries(value).flatMap(([key, each]) => {
        if (each === undefined) return []
        const field = Object.hasOwn(def.shape, key) ? def.shape[key] : undefined
        return field === undefined ? [joined(at, key)] : unknownKeys(field, each, joined(at, key))
      })
    }
    default:
      return []
  }
}

const joined = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
