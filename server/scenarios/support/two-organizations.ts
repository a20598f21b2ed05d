import pg from 'pg'
import { newId } from '../../src/kernel/ids.js'
import { Database } from '../../src/platform/database/database.js'
import { systemActor, type Tenant } from '../../src/platform/database/tenant.js'
import { listenerTable } from '../../src/platform/outbox/listener-table.js'
import { cloneDatabase } from './database.js'

/** A bare database without the program around it: two organizations, the first with two workspaces. */
export async function twoOrganizations() {
  const clone = await cloneDatabase()
  const database = await new Database({ url: clone.appUrl, poolSize: 2, listeners: listenerTable([], 'inline') }).open()
  const admin = new pg.Client({ connectionString: clone.adminUrl })
  await admin.connect()
  const [ours, theirs] = [newId(), newId()]
  const place = async (organizationId: string): Promise<{ organizationId: string; workspaceId: string }> => {
    const workspaceId = newId()
    await admin.query(`insert into app.organizations (id, name) values ($1, 'x') on conflict do nothing`, [
      organizationId,
    ])
    await admin.query(`insert into app.workspaces (organization_id, id, name) values ($1, $2, 'x')`, [
      organizationId,
      workspaceId,
    ])
    return { organizationId, workspaceId }
  }
  const tenantOf = (
    of: { organizationId: string; workspaceId: string },
    userId: string = newId(),
    requestId = 'scenario',
  ): Tenant => ({
    ...of,
    timezone: 'Asia/Almaty',
    actor: systemActor(userId),
    requestId,
    correlationId: newId(),
    causationId: null,
    depth: 0,
  })
  return {
    database,
    admin,
    tenantOf,
    appUrl: clone.appUrl,
    mine: await place(ours),
    sister: await place(ours),
    foreign: await place(theirs),
    close: async () => {
      await database.close()
      await admin.end()
      await clone.drop()
    },
  }
}
