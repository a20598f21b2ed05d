import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { databaseUrl } from '../../src/platform/database/database-url.js'
import { migrate } from '../../src/platform/database/migrate.js'
import { migrationsFolder } from '../../src/platform/database/migration-files.js'
import { prepareDatabase } from '../../src/platform/database/roles.js'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js'

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabase: { adminUrl: string; appPassword: string; template: string }
  }
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
/** Another version of PostgreSQL than the delivered one: `npm run test:postgres14`. */
const other = process.env['POSTGRES_OF']
const dataDir = join(root, other ? `${other}-test` : '.data-test')
const TEMPLATE_LOCK = 7_310_003

/**
 * Before any test: the embedded server in `.data-test` and a migrated template database, named after the content of the migrations, so
 * that it is made once and two runs at the same time may even be of different ages.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbeddedPostgres({
    dataDir,
    fsync: false,
    ...(other ? { binariesOf: join(root, other, 'package.json') } : {}),
  })
  try {
    const made = await makeTemplate(server.adminUrl, server.alone())
    project.provide('testDatabase', { adminUrl: server.adminUrl, ...made })
  } catch (error) {
    await server.stop()
    throw error
  }
  return () => server.stop()
}

async function makeTemplate(adminUrl: string, alone: boolean): Promise<{ appPassword: string; template: string }> {
  const template = `template_prometric_${fingerprint()}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const appPassword = keptPassword()
    if (alone) await dropLeftovers(admin, template)
    const known = await admin.query('select 1 from pg_database where datname = $1', [template])
    if (known.rowCount !== 0) return { appPassword, template }
    // Made under another name: a half-made template is never taken for a whole one.
    const half = 'half_made_template'
    await admin.query(`drop database if exists ${half} with (force)`)
    await admin.query(`create database ${half}`)
    const url = databaseUrl(adminUrl, { database: half })
    await prepareDatabase(url, { appPassword })
    await migrate(url)
    // Nobody may sit in a template while it is copied.
    await admin.query(`alter database ${half} allow_connections false`)
    await admin.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${half}'`)
    await admin.query(`alter database ${half} rename to ${template}`)
    return { appPassword, template }
  } finally {
    await admin.end()
  }
}

/** Copies of killed runs and templates of older migrations. */
async function dropLeftovers(admin: pg.Client, template: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    `select datname as name from pg_database
     where (datname like 'test\\_%' or datname like 'template\\_prometric\\_%') and datname <> $1`,
    [template],
  )
  for (const { name } of rows) await admin.query(`drop database if exists ${name} with (force)`)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const roles = fileURLToPath(new URL('../../src/platform/database/roles.ts', import.meta.url))
  hash.update(readFileSync(roles))
  for (const file of readdirSync(migrationsFolder).toSorted()) {
    if (!file.endsWith('.sql') || file.endsWith('.down.sql')) continue
    hash.update(file).update(readFileSync(join(migrationsFolder, file)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** One for all runs, since the role belongs to the whole server. Called under the template's lock. */
function keptPassword(): string {
  const file = join(dataDir, 'app.password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
