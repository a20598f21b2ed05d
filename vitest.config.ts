import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const contracts = fileURLToPath(new URL('contracts/src', import.meta.url))

export default defineConfig({
  resolve: { alias: [{ find: /^@prometric\/contracts\/(.*)$/, replacement: `${contracts}/$1.ts` }] },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    include: [
      'server/src/**/*.test.ts',
      'server/scenarios/**/*.test.ts',
      'rules/**/*.test.ts',
      'contracts/src/**/*.test.ts',
      'web/src/**/*.test.ts',
      'web/e2e/**/*.test.ts',
    ],
    setupFiles: ['reflect-metadata'],
    globalSetup: ['server/scenarios/support/database-template.ts'],
    env: { LOG_LEVEL: 'error' },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
})
