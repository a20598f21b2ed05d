import type { LoseDealBody } from '@prometric/contracts/deal-commands'
import { Refusal } from '../../../kernel/refusal.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { dealLifecycle } from '../deal.lifecycle.js'
import { enterStage } from '../enter-stage.js'
import { announceDeal } from '../events.js'
import { checkBelieved, lockDeal, wireMoney, type Believed } from '../locked-deal.js'
import { pipelineOf, stageRowOf } from '../pipeline-stages.js'

export interface LoseDeal extends LoseDealBody, Believed {
  readonly dealId: string
}

/** Closes a deal as lost, with the reason. Losing it again for the same reason changes nothing; for another, DEAL_CLOSED. */
export async function loseDeal(work: UnitOfWork, command: LoseDeal): Promise<void> {
  const { dealId, lostReason, competitorWon, competitorInfo, notes } = command
  const deal = await lockDeal(work, dealId)
  if (deal.stage === 'LOST') {
    if (lostReason && lostReason !== deal.lostReason) throw new Refusal('DEAL_CLOSED', { stage: deal.stage })
    return
  }
  checkBelieved(deal, command)
  dealLifecycle.check(deal.stage, 'LOST')
  if (!lostReason) throw new Refusal('LOST_REASON_REQUIRED', {}, 'lostReason')
  const stageRow = stageRowOf(await pipelineOf(work, deal.pipelineId), 'LOST')
  const lostAt = work.now.toISOString()
  const facts = {
    lost_at: lostAt,
    lost_reason: lostReason,
    lost_reason_text: notes ?? null,
    lost_to_competitor: competitorWon ?? null,
    actual_close_date: work.today,
    ...(competitorInfo ? { competitor_info: competitorInfo } : {}),
  }
  const version = await enterStage(work, deal, { stageRow, reason: lostReason, notes, facts })
  announceDeal(
    work,
    'deal.lost',
    { id: deal.id, version },
    {
      customerId: deal.customerId,
      lostReason,
      competitorInfo: competitorInfo ?? {},
      value: wireMoney(deal.value),
      lostAt,
      lostBy: work.actor.userId,
    },
  )
}
