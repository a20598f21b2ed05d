import type { CancellationChoices } from '@prometric/contracts/cancellation'
import { newId } from '../../../kernel/ids.js'
import type { Money } from '../../../kernel/money.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface CancellationRecord {
  readonly orderId: string
  readonly reason: string
  /** Nothing of the order is left. */
  readonly whole: boolean
  /** What the order's total became less by. */
  readonly amount: Money
  readonly planHash: string
  readonly choices: CancellationChoices
  /** What was done with each document, in the order of the plan. */
  readonly effects: readonly unknown[]
}

/** Keeps the plan by which an order was cancelled, as it was carried out. */
export async function recordCancellation(work: UnitOfWork, record: CancellationRecord): Promise<void> {
  await work.rows(insert, [
    work.workspaceId,
    work.organizationId,
    newId(),
    record.orderId,
    record.reason,
    record.whole,
    record.amount.tiyn,
    record.planHash,
    JSON.stringify(record.choices),
    JSON.stringify(record.effects),
    work.actor.userId,
    work.now,
  ])
}

const insert = sql`
  insert into app.order_cancellations (organization_id, workspace_id, id, order_id, reason, whole, amount, plan_hash, choices, effects, cancelled_by, cancelled_at)
  values ($2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`
