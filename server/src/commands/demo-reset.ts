import { resolve } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.js'

/**
 * `npm run demo:reset`: empties the embedded database of DATA_DIR; the next `npm start` builds the demo company anew. Refuses
 * while the program is running on it, and never touches an external database.
 */
async function main(): Promise<void> {
  if (process.env.DATABASE_URL) throw new Error('DATABASE_URL is set: only the embedded database is ever emptied.')
  const embedded = await startEmbeddedPostgres({ dataDir: resolve(process.env.DATA_DIR ?? '.data', 'postgres') })
  const client = new pg.Client({ connectionString: embedded.adminUrl })
  try {
    await client.connect()
    const used = await client.query(
      `select 1 from pg_stat_activity where usename = 'erp_app' and datname = current_database() limit 1`,
    )
    if (used.rows.length > 0)
      throw new Error('The program is running on this database. Stop it first (Ctrl-C), then reset.')
    await client.query('drop schema if exists app cascade')
    console.log('The demo is gone. `npm start` builds it anew.')
  } finally {
    await client.end()
    await embedded.stop()
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
