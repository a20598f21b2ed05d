import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Application, type ApplicationOptions, createApplication } from '../../src/application.js'
import { parsers } from '../../src/platform/database/session-options.js'
import { cloneDatabase } from './database.js'

/** The program on an empty database of its own, without anybody in it. */
export interface BareApplication {
  readonly application: Application
  readonly adminUrl: string
  readonly dataDir: string
  /** The truth, past every tenant wall. */
  sql<T = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** What a look past every wall sees in a transaction of which nothing stays. Foreign keys and triggers sleep in it. */
  rolledBack<T>(look: (query: <R>(text: string) => Promise<R[]>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export async function openBareApplication(options: Partial<ApplicationOptions> = {}): Promise<BareApplication> {
  const clone = await cloneDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'prometric-'))
  const application = await createApplication({
    databaseUrl: clone.appUrl,
    jwtSecret: randomBytes(32).toString('hex'),
    dataDir,
    poolSize: 6,
    rateLimits: false,
    relay: false,
    // CACHE=memory plays every scenario with answers kept: nothing may come out differently.
    cache: process.env['CACHE'] === 'memory' ? 'memory' : 'off',
    ...options,
  })
  const admin = new pg.Pool({
    connectionString: clone.adminUrl,
    max: 2,
    options: '-c search_path=app,public -c TimeZone=UTC',
    types: parsers,
  })
  admin.on('error', () => {})
  return {
    application,
    adminUrl: clone.adminUrl,
    dataDir,
    sql: async <T>(text: string, values: readonly unknown[] = []) => (await admin.query(text, [...values])).rows as T[],
    rolledBack: async (look) => {
      const client = await admin.connect()
      try {
        await client.query(`begin; set local session_replication_role = replica`)
        return await look(async <R>(text: string) => (await client.query(text)).rows as R[])
      } finally {
        await client.query('rollback')
        client.release()
      }
    },
    close: async () => {
      await application.close()
      await admin.end()
      await clone.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
