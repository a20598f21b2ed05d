import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vitest/config'
import house from '../vitest.config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Fresh lots each time, unless a run is to be repeated. */
const SEED = process.env['SEED'] ?? String(Date.now() % 2_147_483_647)
/** The long runs: one file at a time, each with its own database. `npm run proof -- <name>` runs those whose file is called so. */
const { test, ...rest } = mergeConfig(house, {
  root,
  test: {
    testTimeout: 3 * 3_600_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    maxConcurrency: 2,
    disableConsoleIntercept: true,
    env: { SEED },
  },
})
export default { ...rest, test: { ...test, include: ['proofs/**/*.proof.ts'] } }
