/** Builds everything, connects it, starts it, stops it cleanly. */
import { begin } from './cli/begin.ts'
import { run } from './cli/run.ts'
import { loadConfig } from './config.ts'

await begin(() => run(loadConfig()))
