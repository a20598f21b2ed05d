import { sql } from '../platform/database/statement.js'
import type { InlineListener } from '../platform/outbox/listener.js'
import { orderAcceptance } from './order-acceptance.js'

/** Money that came in, or a limit that was raised, may open the gate of other orders of the same customer: they are looked at again, the oldest first. */
export const creditRelease: InlineListener = {
  name: 'credit-release',
  concerns: ({ name, payload }) => name !== 'customer.balance.changed' || Number(payload.delta) < 0,
  hear: async (work, event) => {
    const held = await work.rows<{ id: string; turn: number }>(lockHeld, [work.workspaceId, event.payload.customerId])
    for (const order of held.toSorted((a, b) => a.turn - b.turn))
      await orderAcceptance.visit(work, order.id, 'QUEUED', event.id)
  },
}

const lockHeld = sql`
  with held as (
    select o.id, row_number() over (order by o.created_at, o.id)::int as turn from app.orders o
    where o.workspace_id = $1 and o.customer_id = $2 and o.status = 'ON_HOLD' and exists (
      select from app.order_holds h where h.workspace_id = $1 and h.order_id = o.id and h.released_at is null and h.reason in ('CREDIT_LIMIT', 'OVERDUE_DEBT'))
  )
  select o.id, held.turn from app.orders o join held on held.id = o.id where o.workspace_id = $1 order by o.id for no key update of o`
