import type { CustomerStatus } from '@prometric/contracts/customers'
import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { isLead } from '../customer.lifecycle.js'

export interface StatusMove {
  readonly customer: { readonly id: string; readonly status: CustomerStatus }
  readonly to: CustomerStatus
  readonly source: 'MANUAL' | 'DEAL_WON' | 'FIRST_ORDER' | 'SCHEDULER'
  readonly reason?: string | undefined
  readonly refId?: string | undefined
}

/**
 * The one way a status changes: row and history in one statement, and the facts. The caller holds the row's lock and has
 * asked the lifecycle. Undefined when the row no longer has the status the caller knew.
 */
export async function moveStatus(work: UnitOfWork, move: StatusMove): Promise<{ version: number } | undefined> {
  const { customer, to, source, reason, refId } = move
  const row = await work.row<{ version: number }>(moved, [
    work.workspaceId,
    customer.id,
    work.organizationId,
    newId(),
    customer.status,
    to,
    source,
    reason ?? null,
    work.actor.userId,
  ])
  if (!row) return undefined
  const about = { aggregateType: 'customer', aggregateId: customer.id, aggregateVersion: row.version }
  const step = { customerId: customer.id, previousStatus: customer.status, newStatus: to }
  work.announce({ ...about, name: 'customer.status.changed', payload: { ...step, source, reason: reason ?? null } })
  if (to === 'ACTIVE' && isLead(customer.status))
    work.announce({
      ...about,
      name: 'customer.lead.converted',
      payload: { ...step, conversionSource: source, refId: refId ?? null, convertedBy: work.actor.userId },
    })
  return row
}

const moved = sql`
  with changed as (
    update app.customers set status = $6,
      converted_at = case when $6 = 'ACTIVE' then coalesce(converted_at, app.now()) else converted_at end,
      conversion_source = case when $6 = 'ACTIVE' and converted_at is null and $7 <> 'SCHEDULER' then $7 else conversion_source end,
      churned_at = case when $6 = 'CHURNED' then app.now() when $6 = 'ACTIVE' then null else churned_at end,
      churn_reason = case when $6 = 'CHURNED' then $8 when $6 = 'ACTIVE' then null else churn_reason end,
      version = version + 1, updated_at = app.now(), updated_by = $9
    where workspace_id = $1 and id = $2 and status = $5
    returning version
  ), history as (
    insert into app.customer_status_history (organization_id, workspace_id, id, customer_id, from_status, to_status, reason, source, changed_by, changed_at)
    select $3, $1, $4, $2, $5, $6, $8, $7, $9, app.now() from changed
  )
  select version from changed`
