import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { announceDeal } from '../events.js'
import { lockOpenDeal } from '../locked-deal.js'
import { patchDeal } from '../write-deal.js'

/** Ticks or unticks requirements on the deal's checklist, with who did it and when. */
export async function tickChecklist(
  work: UnitOfWork,
  id: string,
  ticks: Readonly<Record<string, boolean>>,
): Promise<void> {
  const deal = await lockOpenDeal(work, id)
  const at = work.now.toISOString()
  const entries = Object.entries(ticks).map(
    ([requirement, done]) => [requirement, { done, by: work.actor.userId, at }] as const,
  )
  const version = await patchDeal(work, id, { checklist: { ...deal.checklist, ...Object.fromEntries(entries) } })
  announceDeal(work, 'deal.updated', { id, version }, { changes: { checklist: ticks } })
}
