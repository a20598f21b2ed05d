import type { QualifyBody } from '@prometric/contracts/customer-commands'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { isLead } from '../customer.lifecycle.js'
import { bantScore, qualifiedFrom } from '../customer.scores.js'
import { lockCustomer } from './lock-customer.js'
import { moveStatus } from './move-status.js'

/** Scores a lead by budget, authority, need and timeline. From 60 on it is a prospect, and the deal's makers hear of it. */
export async function qualifyLead(
  work: UnitOfWork,
  id: string,
  command: QualifyBody,
): Promise<{ score: number; qualified: boolean }> {
  const { budget, authority, need, timeline, createDeal, dealTitle, estimatedValue } = command
  const customer = await lockCustomer(work, id)
  if (!isLead(customer.status)) throw new Refusal('NOT_A_LEAD', { status: customer.status })
  const bant = { budget, authority, need, timeline }
  const score = bantScore(bant)
  const qualified = score >= qualifiedFrom
  const scored = await work.row<{ version: number }>(writeScore, [
    work.workspaceId,
    id,
    score,
    JSON.stringify({ bant }),
    work.actor.userId,
  ])
  if (!qualified) return { score, qualified }
  const moved =
    customer.status === 'LEAD'
      ? await moveStatus(work, { customer, to: 'PROSPECT', source: 'MANUAL', reason: `BANT ${score}` })
      : undefined
  work.announce({
    name: 'customer.qualified',
    aggregateType: 'customer',
    aggregateId: id,
    aggregateVersion: (moved ?? scored!).version,
    payload: {
      customerId: id,
      score,
      bant,
      estimatedValue: estimatedValue ?? null,
      createDeal: createDeal ?? false,
      dealTitle: dealTitle ?? null,
    },
  })
  return { score, qualified }
}

const writeScore = sql`
  update app.customers set lead_score = $3, preferences = preferences || $4::jsonb, version = version + 1, updated_at = app.now(), updated_by = $5
  where workspace_id = $1 and id = $2 returning version`
