/**
 * A power cut, from a trace of system calls: of each file only what a sync made safe is left, and of what was
 * written since then a part that chance picks, in any order, as a disk may do it. What is assumed: a sync that
 * returned is safe, single writes land whole, and a file that was made is found again.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Chance } from '../fakes/chance.ts'

export interface Cut {
  /** The folder's files as they were then, by name. */
  files: ReadonlyMap<string, Buffer>
  /** What had been said by then, line by line. */
  said: readonly unknown[]
}

/** To be put before the program: `strace ...traced(file) node ...`. */
export const traced = (trace: string): string[] =>
  [
    '-f',
    '-y',
    '-xx',
    '-s',
    '70000',
    '-e',
    'trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink',
    '-o',
  ].concat(trace)

/** A cut right after each thing said, and `more` in other places, from the first thing said on. */
export function* cutsOf(trace: string, folder: string, chance: Chance, more: number): Generator<Cut> {
  const disk = new Map<string, TracedFile>()
  const said: unknown[] = []
  const calls = readFileSync(trace, 'latin1').split('\n').flatMap(callOf)
  for (const call of calls) {
    const file = call.path.startsWith(`${folder}/`) ? basename(call.path) : null
    if (call.what === 'said') {
      said.push(JSON.parse(call.data.toString('utf8')))
      yield cut(disk, said, chance)
    }
    if (file === null) continue
    if (call.what === 'unlink') disk.delete(file)
    else if (call.what === 'sync') settle(fileOn(disk, file))
    else fileOn(disk, file).since.push(call)
    if (said.length > 0 && chance() < more / calls.length) yield cut(disk, said, chance)
  }
}

/** Puts the files of a cut into an empty folder. */
export function laid({ files }: Cut, folder: string): void {
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
}

interface Call {
  what: 'write' | 'truncate' | 'sync' | 'unlink' | 'said'
  path: string
  data: Buffer
  at: number
}

interface TracedFile {
  safe: Buffer
  since: Call[]
}

function cut(disk: ReadonlyMap<string, TracedFile>, said: readonly unknown[], chance: Chance): Cut {
  const files = [...disk].map(([name, { safe, since }]) => {
    const landed = since.filter(() => chance() < 0.5)
    return [name, landed.reduce(applied, safe)] as const
  })
  return { files: new Map(files), said: [...said] }
}

function settle(file: TracedFile): void {
  file.safe = file.since.reduce(applied, file.safe)
  file.since = []
}

function applied(content: Buffer, { what, data, at }: Call): Buffer {
  const size = what === 'truncate' ? at : Math.max(content.length, at + data.length)
  const changed = Buffer.alloc(size)
  content.copy(changed)
  data.copy(changed, at)
  return changed
}

function fileOn(disk: Map<string, TracedFile>, name: string): TracedFile {
  let file = disk.get(name)
  if (file === undefined) {
    file = { safe: Buffer.alloc(0), since: [] }
    disk.set(name, file)
  }
  return file
}

/** One line of strace: `123 pwrite64(22<\x2f..>, "\x..", 24, 4096) = 24`, names and contents in hexadecimal. */
function callOf(line: string): Call[] {
  const [, name, rest] = /^\d+ +(\w+)\((.*)$/.exec(line) ?? []
  if (name === undefined || rest === undefined || rest.includes(') = -1')) return []
  const text = bytesOf(/"([^"]*)"/.exec(rest)?.[1] ?? '')
  const nothing = Buffer.alloc(0)
  if (name === 'unlink') return [{ what: 'unlink', path: text.toString('utf8'), data: nothing, at: 0 }]
  const [, descriptor, hexPath = ''] = /^(\d+)<([^>]*)>/.exec(rest) ?? []
  const path = bytesOf(hexPath).toString('utf8')
  const last = Number(/, (\d+)\)/.exec(rest.slice(rest.lastIndexOf(', ')))?.[1] ?? 0)
  if (name === 'write') return descriptor === '1' ? [{ what: 'said', path: '', data: text, at: 0 }] : []
  if (name === 'pwrite64') return [{ what: 'write', path, data: text, at: last }]
  if (name === 'ftruncate') return [{ what: 'truncate', path, data: nothing, at: last }]
  return [{ what: 'sync', path, data: nothing, at: 0 }]
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
