import { resolve } from 'node:path'
import pg from 'pg'
import { brokenInvariants } from '../invariants/broken-invariants.js'
import { parsers } from '../platform/database/session-options.js'
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.js'

/**
 * `npm run invariants`: holds the books of every workspace against invariants.sql and prints what breaks a rule. Looks into
 * DATABASE_ADMIN_URL, otherwise into the embedded database of DATA_DIR. Ends with 1 when anything is wrong.
 */
async function main(): Promise<void> {
  const given = process.env.DATABASE_ADMIN_URL
  const dataDir = resolve(process.env.DATA_DIR ?? '.data', 'postgres')
  const embedded = given ? undefined : await startEmbeddedPostgres({ dataDir })
  const client = new pg.Client({ connectionString: given ?? embedded!.adminUrl, types: parsers })
  try {
    await client.connect()
    const broken = await brokenInvariants(async <T>(text: string) => (await client.query(text)).rows as T[])
    for (const { invariant, workspaceId, key, found } of broken)
      console.log(`${invariant}  ${key}  workspace ${workspaceId}  ${JSON.stringify(found)}`)
    console.log(broken.length === 0 ? 'Every invariant holds.' : `${broken.length} rows break an invariant.`)
    process.exitCode = broken.length === 0 ? 0 : 1
  } finally {
    await client.end()
    await embedded?.stop()
  }
}

await main()
