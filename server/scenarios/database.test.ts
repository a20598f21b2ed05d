import pg from 'pg'
import { expect, test } from 'vitest'
import { databaseUrl } from '../src/platform/database/database-url.js'
import { migrate, pendingMigrations } from '../src/platform/database/migrate.js'
import { migrationNames } from '../src/platform/database/migration-files.js'
import { prepareDatabase } from '../src/platform/database/roles.js'
import { cloneDatabase } from './support/database.js'

async function using<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

test('a copied database is migrated, and the application may see that it is', async () => {
  const database = await cloneDatabase()
  const pending = await using(database.appUrl, (app) =>
    pendingMigrations(async (statement) => (await app.query<{ name: string }>(statement)).rows),
  )
  expect(pending).toEqual([])
  expect(await migrate(database.adminUrl)).toEqual([])
  await database.drop()
})

test('an admin who is no superuser can prepare and migrate a database, twice, from two processes at once', async () => {
  const database = await cloneDatabase()
  const name = `test_admin_${process.pid}`
  await using(database.adminUrl, async (superuser) => {
    await superuser.query(`create role ${name} login createrole password 'x'`)
    // The roles of the test server were made by its superuser; on a server of their own they would be this admin's.
    await superuser.query(`grant erp_owner, erp_audit, erp_definer, erp_app to ${name} with admin option`)
    await superuser.query(`create database ${name} owner ${name}`)
  })
  const adminUrl = databaseUrl(database.adminUrl, { database: name, user: name, password: 'x' })
  const appPassword = new URL(database.appUrl).password
  try {
    await prepareDatabase(adminUrl, { appPassword })
    await prepareDatabase(adminUrl, { appPassword })
    const ran = await Promise.all([migrate(adminUrl), migrate(adminUrl)])
    expect(ran.map((names) => names.length).toSorted((a, b) => a - b)).toEqual([0, migrationNames().length])
  } finally {
    await using(database.adminUrl, async (superuser) => {
      await superuser.query(`drop database ${name} with (force)`)
      await superuser.query(`drop role ${name}`)
    })
    await database.drop()
  }
})
