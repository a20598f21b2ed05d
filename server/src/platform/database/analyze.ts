import pg from 'pg'

/** Lets the database count its rows now, as an administrator may ask it; by itself it does so only some time after they were written. */
export async function analyze(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('analyze')
  } finally {
    await admin.end()
  }
}
