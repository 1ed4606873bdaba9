import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { silentLog } from '../../src/base/log.ts'
import { createMetrics } from '../../src/health/metrics.ts'
import { type HealthServer, startHealthServer } from '../../src/health/server.ts'

let server: HealthServer
const parts = { slack: { ok: true, says: 'connected' } }
const start = async (checks = async () => parts, metrics = createMetrics()) => {
  server = await startHealthServer({ port: 0, checks, metrics, log: silentLog })
}
afterEach(() => server?.stop())

const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`)

/** Sends bytes as they are and returns the first line of what comes back; empty where the connection is closed. */
async function raw(text: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(text)
  let answer = ''
  socket.on('data', (bytes) => {
    answer += String(bytes)
    socket.end()
  })
  await new Promise((resolve) => socket.once('close', resolve))
  return answer.split('\r\n', 1)[0]!
}

describe('/healthz', () => {
  it('is green while every part is, red with the part that is not', async () => {
    let ok = true
    await start(async () => ({ slack: { ok, says: ok ? 'connected' : 'reconnecting' } }))
    const green = await get('/healthz')
    expect([green.status, await green.json()]).toEqual([200, { ok: true, parts }])
    ok = false
    const red = await get('/healthz')
    expect([red.status, await red.json()]).toEqual([
      503,
      { ok: false, parts: { slack: { ok: false, says: 'reconnecting' } } },
    ])
  })

  it('F7 strange paths, headers and slow connections do not stop it', async () => {
    await start()
    expect(await raw('GET // HTTP/1.1\r\nHost: x\r\n\r\n')).toContain('404')
    expect(await raw('GET /% HTTP/1.1\r\nHost: x\r\n\r\n')).toContain('404')
    expect(await raw('GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n')).toContain('404')
    expect(await raw(`GET /healthz HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(65_536)}\r\n\r\n`)).not.toContain(
      '200',
    )
    expect(await raw('nonsense\r\n\r\n')).not.toContain('200')
    expect(await raw('POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n')).toContain('405')
    const slow = Array.from({ length: 200 }, () => connect(server.port, '127.0.0.1').on('error', () => {}))
    for (const socket of slow) socket.write('GET /heal')
    await new Promise((resolve) => setTimeout(resolve, 200))
    // those over the limit are turned away at once; those within it time out
    for (const socket of slow.slice(0, 60)) socket.destroy()
    await expect.poll(async () => (await get('/healthz')).status, { timeout: 10_000 }).toBe(200)
    for (const socket of slow) socket.destroy()
  })

  it('a check that throws answers 500 and the server lives', async () => {
    await start(async () => {
      throw new Error('gone')
    })
    expect((await get('/healthz')).status).toBe(500)
    expect((await get('/metrics')).status).toBe(200)
  })

  it('a port in use is told as a mistake of the set-up', async () => {
    await start()
    await expect(
      startHealthServer({
        port: server.port,
        checks: async () => parts,
        metrics: createMetrics(),
        log: silentLog,
      }),
    ).rejects.toThrow(/GAZETTEER_HEALTH_PORT: port \d+ cannot be opened \(EADDRINUSE\)/)
  })
})

describe('/metrics', () => {
  it('tells what was counted, timed and set', async () => {
    const metrics = createMetrics()
    await start(undefined, metrics)
    metrics.count('turns_total', { platform: 'slack', outcome: 'found' })
    metrics.count('turns_total', { platform: 'slack', outcome: 'found' }, 2)
    metrics.time('answer_seconds', 0.04)
    metrics.set('connections', 2)
    const text = await (await get('/metrics')).text()
    expect(text).toContain('gazetteer_turns_total{platform="slack",outcome="found"} 3')
    expect(text).toContain('gazetteer_answer_seconds_bucket{le="0.05"} 1')
    expect(text).toContain('gazetteer_connections 2')
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
  })
})
