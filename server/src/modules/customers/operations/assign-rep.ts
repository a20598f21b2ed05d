import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { assignCustomer } from './assign-customer.js'

/** Gives a customer who is nobody's to the sales representative with the fewest open leads; of several, to whoever waited longest for one. */
export async function assignRep(work: UnitOfWork, customerId: string): Promise<void> {
  const orphan = await work.row<{ id: string }>(lockOrphan, [work.workspaceId, customerId])
  const rep = orphan && (await work.row<{ id: string }>(leastBusy, [work.workspaceId]))
  if (rep) await assignCustomer(work, customerId, rep.id)
}

const lockOrphan = sql`
  select id from app.customers where workspace_id = $1 and id = $2 and assigned_to is null and deleted_at is null for no key update`

// Ids are born in the order in which people were hired.
const leastBusy = sql`
  select e.id from app.workspace_members m
  join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id and r.code = 'SALES_REP'
  join app.employees e on e.workspace_id = $1 and e.id = m.employee_id and e.status = 'ACTIVE' and e.deleted_at is null
  cross join lateral (
    select count(*) filter (where c.status in ('LEAD', 'PROSPECT')) as open_leads, max(c.created_at) as newest
    from app.customers c where c.workspace_id = $1 and c.assigned_to = e.id and c.deleted_at is null
  ) own
  where m.workspace_id = $1 and m.status = 'ACTIVE'
  order by own.open_leads, own.newest nulls first, e.id limit 1`
