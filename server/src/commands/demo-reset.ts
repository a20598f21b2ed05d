import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { readConfiguration } from '../configuration.js'
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.js'

/**
 * `npm run demo:reset`: empties the embedded database of DATA_DIR; the next start makes it anew, with the demo company. Stops nothing:
 * while the program runs it refuses. A database of your own (DATABASE_URL) is never touched.
 */
async function reset(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const { rows } = await admin.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where usename = 'erp_app' and datname = current_database()`,
    )
    if (rows[0]!.count > 0) throw new Error('Программа работает с этой базой. Остановите её (Ctrl+C) и повторите.')
    // Everything of ours stands in this schema, the list of migrations included.
    await admin.query('drop schema if exists app cascade')
  } finally {
    await admin.end()
  }
}

async function main(): Promise<void> {
  const { DATA_DIR, DATABASE_URL, NODE_ENV } = readConfiguration(process.env)
  if (DATABASE_URL) throw new Error('demo:reset очищает только встроенную базу; с DATABASE_URL он не работает.')
  if (NODE_ENV === 'production') throw new Error('demo:reset не работает при NODE_ENV=production.')
  const dataDir = resolve(DATA_DIR, 'postgres')
  if (!existsSync(dataDir)) return console.log('Базы ещё нет: она появится при первом запуске.')
  const server = await startEmbeddedPostgres({ dataDir })
  try {
    await reset(server.adminUrl)
  } finally {
    await server.stop()
  }
  console.log('База очищена. Демо-компания будет построена при следующем запуске: npm start')
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
