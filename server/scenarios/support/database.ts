import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { databaseUrl } from '../../src/platform/database/database-url.js'
// Declares what `inject` answers with.
import type {} from './database-template.js'

export interface TestDatabase {
  /** The superuser, past every tenant wall: for looking at the truth. */
  adminUrl: string
  /** The application's own role. */
  appUrl: string
  drop(): Promise<void>
}

/** A database of its own, migrated and empty, copied from the template in some 50 ms. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { adminUrl, appPassword, template } = inject('testDatabase')
  const database = `test_${process.pid}_${randomBytes(6).toString('hex')}`
  await asAdmin(adminUrl, `create database ${database} template ${template}`)
  return {
    adminUrl: databaseUrl(adminUrl, { database }),
    appUrl: databaseUrl(adminUrl, { database, user: 'erp_app', password: appPassword }),
    drop: () => asAdmin(adminUrl, `drop database if exists ${database} with (force)`),
  }
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
