/** Digests as a process has them: the service behind the command, and the runner that posts. */
import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Metrics } from '../base/metrics.ts'
import type { Engine } from '../bot/engine.ts'
import type { Permissions } from '../bot/permissions.ts'
import type { Poster } from '../chat/platform.ts'
import type { Config } from '../config.ts'
import { createContents } from '../digest/content.ts'
import { createDigests, type Digests } from '../digest/digests.ts'
import { contentsOf } from '../digest/fact-content.ts'
import { createMayPost } from '../digest/may-post.ts'
import { createNoticeWords } from '../digest/notice-words.ts'
import { createDigestRunner, type DigestRunner } from '../digest/runner.ts'
import type { Store } from '../store/index.ts'
import { shortId } from './begin.ts'
import { chance, monotonic, processName } from './machine.ts'

export interface DigestRoom {
  digests: Digests
  /** Posts what is due to these platforms from now on. */
  run(posters: readonly Poster[]): DigestRunner
}

export interface DigestRoomOptions {
  engine: Engine
  store: Store
  config: Pick<Config, 'access' | 'slack'>
  permissions: Permissions
  poster: (platform: Poster['platform']) => Poster | undefined
  log: Log
  metrics: Metrics
}

export async function openDigests(options: DigestRoomOptions): Promise<DigestRoom> {
  const { engine, store, config, permissions, poster, log, metrics } = options
  // what was not there at the last start is new since now
  const entered = await store.knownFacts.enter([...contentsOf(engine.base)])
  log.info({ ...entered }, 'facts entered')
  const contents = createContents({ ...engine, knownFacts: store.knownFacts })
  const digests = createDigests({
    ...{ store: store.digests, contents, vocabulary: engine.vocabulary, agreeing: engine.agreeing },
    ...{ read: engine.read, answer: engine.answer, mayManage: permissions.mayManage },
    poster,
    newId: shortId,
  })
  return {
    digests,
    run(posters) {
      const runner = createDigestRunner({
        ...{ store: store.digests, posters, makeContent: contents.make },
        ...{ wordNotice: createNoticeWords(engine.vocabulary), log, metrics, chance, worker: processName() },
        ...{ clock: systemClock, monotonic, coordination: store.coordination },
        // what is only a limit to waiting must not itself keep the process from ending
        pause: (ms, signal) =>
          setTimeout(ms, undefined, signal === undefined ? { ref: false } : { signal }).catch(() => {}),
        mayPost: createMayPost({ ...config.access, poster }),
        unclear: config.slack === null ? {} : { slack: config.slack.unclear },
      })
      runner.start()
      return runner
    },
  }
}
