/** The files the house rules look at, with paths from the top of the repository. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const TOP = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Every file below a folder, sorted; a folder that does not exist has none. */
export function filesBelow(folder: string, ending = ''): string[] {
  const at = join(TOP, folder)
  if (!existsSync(at)) return []
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).slice(TOP.length + 1))
    .filter((path) => !path.includes('node_modules'))
    .sort()
}

export const read = (path: string): string => readFileSync(join(TOP, path), 'utf8')

/** A folder without a file does not count: a clone has none. */
export const exists = (path: string): boolean =>
  existsSync(join(TOP, path)) && (!statSync(join(TOP, path)).isDirectory() || filesBelow(path).length > 0)

/** The program itself: what runs when the bot runs. */
export const programFiles = (): string[] => [...filesBelow('src', '.ts'), ...filesBelow('commands', '.ts')]

/** What people read. */
export const documents = (): string[] => [
  ...filesBelow('docs', '.md'),
  ...filesBelow('data', '.md'),
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'].filter(exists),
]
