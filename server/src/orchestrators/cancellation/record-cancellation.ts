import type { CancellationChoices } from '@prometric/contracts/cancellation'
import { newId } from '../../kernel/ids.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { CancellationPlan } from '../order-cancellation-plan.js'

/** Keeps the plan by which an order was cancelled, as it was carried out. */
export async function recordCancellation(
  work: UnitOfWork,
  {
    orderId,
    reason,
    plan,
    hash,
    choices,
  }: { orderId: string; reason: string; plan: CancellationPlan; hash: string; choices: CancellationChoices },
): Promise<void> {
  const effects = plan.effects.map(({ document, action, quantity, amount, note }) => ({
    document,
    action,
    quantity,
    amount,
    note,
  }))
  await work.rows(insert, [
    work.workspaceId,
    work.organizationId,
    newId(),
    orderId,
    reason,
    plan.closes,
    plan.amount.tiyn,
    hash,
    JSON.stringify(choices),
    JSON.stringify(effects),
    work.actor.userId,
    work.now,
  ])
}

const insert = sql`
  insert into app.order_cancellations (organization_id, workspace_id, id, order_id, reason, whole, amount, plan_hash, choices, effects, cancelled_by, cancelled_at)
  values ($2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`
