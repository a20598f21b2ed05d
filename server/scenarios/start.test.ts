import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { readConfiguration } from '../src/configuration.js'
import { demoOwner } from '../src/demo/staff.js'
import { newId } from '../src/kernel/ids.js'
import { serve } from '../src/serve.js'
import { cloneDatabase } from './support/database.js'

test('when the demo company cannot be made, the start fails in words and nothing keeps running', async () => {
  const clone = await cloneDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'prometric-start-'))
  const admin = new pg.Client({ connectionString: clone.adminUrl })
  await admin.connect()
  const listening = process.listenerCount('SIGTERM')
  try {
    // An owner without the rest: what an earlier start left behind that was cut off.
    await admin.query(
      `insert into app.users (id, email, password_hash, first_name, last_name) values ($1, $2, 'x', 'А', 'Т')`,
      [newId(), demoOwner],
    )
    const configuration = readConfiguration({
      DATABASE_URL: clone.appUrl,
      JWT_SECRET: 'x'.repeat(32),
      DATA_DIR: dataDir,
      DEMO: '1',
      LOG_LEVEL: 'silent',
      PORT: '0',
    })
    const failure = await serve(configuration).then(
      () => undefined,
      (error: unknown) => error as Error,
    )
    expect(failure?.message).toContain('demo company could not be made')
    expect((failure!.cause as Error).message).toContain('demo:reset')
    const backends = `select 1 from pg_stat_activity where datname = current_database() and usename = 'erp_app'`
    await expect.poll(async () => (await admin.query(backends)).rows.length).toBe(0)
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      for (const listener of process.listeners(signal).slice(listening)) process.off(signal, listener)
    await admin.end()
    await clone.drop()
    await rm(dataDir, { recursive: true, force: true })
  }
})
