import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Goods came for these lines: a line that has all it asked for is received, a requisition whose lines all are is too. */
export async function receiveRequisitionLines(
  work: UnitOfWork,
  arrivals: ReadonlyArray<{ readonly requisitionLineId: string; readonly quantity: Quantity }>,
): Promise<void> {
  if (arrivals.length === 0) return
  const ids = arrivals.map((arrival) => arrival.requisitionLineId)
  const headers = await work.rows<{ id: string }>(lockHeaders, [work.workspaceId, ids])
  await work.rows(receive, [work.workspaceId, ids, arrivals.map((arrival) => arrival.quantity.toString())])
  await work.rows(closeHeaders, [work.workspaceId, headers.map((header) => header.id), work.actor.userId])
}

const lockHeaders = sql`
  select id from app.purchase_requisitions where workspace_id = $1
    and id in (select requisition_id from app.purchase_requisition_lines where workspace_id = $1 and id = any($2::uuid[]))
  order by id for no key update`

const receive = sql`
  update app.purchase_requisition_lines line set
    received_quantity = line.received_quantity + arrived.quantity, updated_at = app.now(),
    status = case when line.received_quantity + arrived.quantity >= line.quantity then 'RECEIVED' else line.status end
  from (select id, sum(quantity) as quantity from unnest($2::uuid[], $3::numeric[]) as a(id, quantity) group by id) arrived
  where line.workspace_id = $1 and line.id = arrived.id`

const closeHeaders = sql`
  update app.purchase_requisitions r set status = 'RECEIVED', version = version + 1, updated_at = app.now(), updated_by = $3
  where r.workspace_id = $1 and r.id = any($2::uuid[]) and r.status not in ('RECEIVED', 'CANCELLED', 'REJECTED')
    and not exists (
      select from app.purchase_requisition_lines line where line.workspace_id = $1 and line.requisition_id = r.id
        and line.status not in ('RECEIVED', 'CANCELLED', 'REJECTED'))`
