import pg from 'pg'
import { parsers, sessionOptions } from '../../server/dist/platform/database/session-options.js'

/** Runs recorded statements again by plain `pg`: named, as the application's role under row-level security, one transaction a turn. */
export async function bareRun(url, { organizationId, workspaceId }, recorded, clients) {
  const pool = new pg.Pool({ connectionString: url, max: clients, options: sessionOptions, types: parsers })
  const begin = `begin; select set_config('app.organization_id','${organizationId}',true), set_config('app.workspace_id','${workspaceId}',true)`
  async function run(turn) {
    const client = await pool.connect()
    try {
      await client.query(begin)
      for (const { name, text, values } of recorded[turn % recorded.length]) await client.query({ name, text, values })
      await client.query('commit')
    } finally {
      client.release()
    }
  }
  return { run, close: () => pool.end() }
}
