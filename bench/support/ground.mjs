import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { databaseUrl } from '../../server/dist/platform/database/database-url.js'
import { migrate } from '../../server/dist/platform/database/migrate.js'
import { prepareDatabase } from '../../server/dist/platform/database/roles.js'
import { startEmbeddedPostgres } from '../../server/dist/platform/embedded-postgres/embedded-postgres.js'
import { startApplication } from './ask-application.mjs'
import { cpuOf, cpuOfPostgres, postgresPid } from './processes.mjs'

/** A database server of its own with the schema, and the application as a process beside it. */
export async function openGround() {
  const dataDir = mkdtempSync(join(tmpdir(), 'prometric-bench-'))
  const folder = join(dataDir, 'postgres')
  let server = await startEmbeddedPostgres({ dataDir: folder })
  const appPassword = randomBytes(16).toString('hex')
  const jwtSecret = randomBytes(32).toString('hex')
  await prepareDatabase(server.adminUrl, { appPassword })
  await migrate(server.adminUrl)
  const url = () => databaseUrl(server.adminUrl, { user: 'erp_app', password: appPassword })
  // The port may change with a restart: the pool is asked for anew each time.
  let pool = adminPool(server.adminUrl)
  let postgres = await postgresPid(pool)
  let application
  return {
    admin: { query: (...asked) => pool.query(...asked), connect: () => pool.connect() },
    appUrl: url(),
    start: async (options = {}) =>
      (application = await startApplication({ databaseUrl: url(), jwtSecret, dataDir, ...options })),
    /** CPU so far in milliseconds: of the application, of this process and of PostgreSQL. */
    cpu: () => {
      const own = process.cpuUsage()
      return {
        application: cpuOf(application.pid),
        client: (own.user + own.system) / 1000,
        postgres: cpuOfPostgres(postgres),
      }
    },
    /** Starts PostgreSQL again with its own counting of statements; that costs, so figures are taken before. */
    restartCounting: async () => {
      for (const setting of [
        `shared_preload_libraries = 'pg_stat_statements'`,
        'pg_stat_statements.track_planning = on',
      ])
        await pool.query(`alter system set ${setting}`)
      await pool.end()
      await server.stop()
      server = await startEmbeddedPostgres({ dataDir: folder })
      pool = adminPool(server.adminUrl)
      postgres = await postgresPid(pool)
      await pool.query('create extension if not exists pg_stat_statements schema public')
    },
    close: async () => {
      await application.stop()
      await pool.end()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
      process.exit(0)
    },
  }
}

const adminPool = (connectionString) => {
  const pool = new pg.Pool({ connectionString, max: 2, options: '-c search_path=app,public' })
  pool.on('error', () => {})
  return pool
}
