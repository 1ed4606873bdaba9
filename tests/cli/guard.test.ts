/** F47, F48: what ends a process, how, and with which exit code. Each in a process of its own. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const at = (path: string) => JSON.stringify(fileURLToPath(new URL(`../../src/${path}`, import.meta.url)))

/** A process that is guarded, takes `stopMs` to stop, and does something once it stands. */
async function guarded(does: string, { stopMs = 20, kill = [] as NodeJS.Signals[] } = {}) {
  const program = `
    import { guardProcess } from ${at('cli/guard.ts')}
    import { createLog } from ${at('base/log.ts')}
    const stop = () => new Promise((resolve) => setTimeout(() => {
      process.stdout.write('finished ')
      resolve()
    }, ${stopMs}))
    const counted = []
    const metrics = { count: (name, labels) => process.stdout.write(name + '/' + labels.kind + ' '), time() {}, set() {} }
    const ended = guardProcess({ log: createLog('debug'), metrics, reference: () => 'RFRNC', stop })
    const running = setInterval(() => {}, 1000)
    process.stdout.write('up ')
    ${does}
    await ended
    clearInterval(running)
    await stop()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let log = ''
  child.stderr.on('data', (bytes) => (log += bytes))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.stdout.on('data', (bytes) => {
    const before = out
    out += bytes
    // the second one when the first has been heard
    if (before === '' && out !== '')
      for (const [index, signal] of kill.entries()) setTimeout(() => child.kill(signal), 150 * index)
  })
  return { exit: await ended, out, log }
}

describe('F47 a failure nobody caught', () => {
  it.each([
    ['in a timer', 'setTimeout(() => { throw new TypeError("canary 4711") }, 5)', 'exception'],
    ['in a promise', 'void Promise.reject(new TypeError("canary 4711"))', 'rejection'],
    [
      'in a stream',
      'const { Readable } = await import("node:stream"); Readable.from([]).destroy(new TypeError("canary 4711"))',
      'exception',
    ],
  ])(
    '%s: what was begun is finished, then exit 70; logged under a reference, without its message',
    async (_, does, kind) => {
      const { exit, out, log } = await guarded(does)
      expect(exit).toBe(70)
      expect(out).toContain(`uncaught_total/${kind}`)
      expect(out).toContain('finished')
      expect(log).toContain('"reference":"RFRNC"')
      expect(log).toContain('TypeError')
      expect(log).not.toContain('canary')
    },
  )

  it('thrown by the dozen it is counted each time, and the process stops once', async () => {
    const { exit, out } = await guarded(
      'for (let times = 0; times < 12; times++) setTimeout(() => { throw new Error() }, 5)',
      { stopMs: 100 },
    )
    expect(exit).toBe(70)
    expect(out.match(/uncaught_total/g)).toHaveLength(12)
  })

  it('something that is no error ends it no other way', async () => {
    expect((await guarded('void Promise.reject(null)')).exit).toBe(70)
  })
})

describe('F48 a signal', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s: what was begun is finished, exit 0',
    async (signal) => {
      const { exit, out } = await guarded('', { kill: [signal] })
      expect(exit).toBe(0)
      expect(out).toContain('finished')
    },
  )

  it('a second one ends it at once, exit 1', async () => {
    const { exit, out } = await guarded('', { stopMs: 5_000, kill: ['SIGTERM', 'SIGTERM'] })
    expect(exit).toBe(1)
    expect(out).not.toContain('finished')
  })

  it('what hangs is ended after 9.5 s', async () => {
    const begun = performance.now()
    const { exit, out } = await guarded('', { stopMs: 25_000, kill: ['SIGTERM'] })
    expect(exit).toBe(0)
    expect(out).not.toContain('finished')
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})
