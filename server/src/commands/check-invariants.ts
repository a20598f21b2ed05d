import { resolve } from 'node:path'
import pg from 'pg'
import { readConfiguration } from '../configuration.js'
import { brokenInvariants } from '../invariants/broken-invariants.js'
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.js'

/**
 * `npm run invariants`: looks whether the books are in order, and ends with 1 when they are not. DATABASE_ADMIN_URL names a superuser or a
 * role with BYPASSRLS; without it the embedded database of DATA_DIR is looked at, whether the program runs or not.
 */
const shownAtMost = 100

async function look(adminUrl: string): Promise<number> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('begin read only')
    const broken = await brokenInvariants(async (text) => (await admin.query(text)).rows)
    for (const { invariant, workspaceId, key, found } of broken.slice(0, shownAtMost)) {
      console.log(`${invariant}  ${key}  (workspace ${workspaceId})  ${JSON.stringify(found)}`)
    }
    console.log(broken.length > 0 ? `${broken.length} rows break an invariant.` : 'Every invariant holds.')
    return broken.length
  } finally {
    await admin.end()
  }
}

async function main(): Promise<number> {
  const adminUrl = process.env['DATABASE_ADMIN_URL']
  if (adminUrl) return look(adminUrl)
  const { DATA_DIR } = readConfiguration(process.env)
  const server = await startEmbeddedPostgres({ dataDir: resolve(DATA_DIR, 'postgres') })
  try {
    return await look(server.adminUrl)
  } finally {
    await server.stop()
  }
}

try {
  process.exitCode = (await main()) > 0 ? 1 : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
