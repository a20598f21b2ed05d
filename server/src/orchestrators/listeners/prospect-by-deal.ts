import type { CustomerStatus } from '@prometric/contracts/customers'
import { moveStatus } from '../../modules/customers/operations/move-status.js'
import { sql } from '../../platform/database/statement.js'
import type { InlineListener } from '../../platform/outbox/listener.js'

// A won deal makes its customer active by itself, a lost one tells nothing.
const silent: readonly unknown[] = ['LEAD', 'WON', 'LOST']

/** A lead whose deal is qualified is a prospect. For deal.stage.changed; a customer who is more than a lead is left as he is. */
export const prospectByDeal: InlineListener = {
  name: 'prospect-by-deal',
  concerns: ({ payload }) => !silent.includes(payload.newStage),
  hear: async (work, event) => {
    const { customerId, newStage } = event.payload as { customerId: string; newStage: string }
    const lead = await work.row<{ id: string; status: CustomerStatus }>(lockLead, [work.workspaceId, customerId])
    if (lead) await moveStatus(work, { customer: lead, to: 'PROSPECT', source: 'MANUAL', reason: newStage })
  },
}

const lockLead = sql`
  select id, status from app.customers where workspace_id = $1 and id = $2 and status = 'LEAD' and deleted_at is null for no key update`
