import { type ProductionStatus, productionStatuses } from '@prometric/contracts/production'
import { lifecycle } from '../../kernel/lifecycle.js'

export const productionOrderLifecycle = lifecycle({
  name: 'production order',
  states: productionStatuses,
  moves: [
    { from: 'DRAFT', to: 'PLANNED' },
    { from: 'DRAFT', to: 'CANCELLED', event: 'production.order.cancelled' },
    { from: 'PLANNED', to: 'WAITING_MATERIALS', event: 'production.waiting.materials' },
    { from: 'PLANNED', to: 'SCHEDULED', event: 'production.order.released' },
    { from: 'PLANNED', to: 'CANCELLED', event: 'production.order.cancelled' },
    { from: 'PLANNED', to: 'ON_HOLD' },
    { from: 'WAITING_MATERIALS', to: 'SCHEDULED', event: 'production.order.released' },
    { from: 'WAITING_MATERIALS', to: 'CANCELLED', event: 'production.order.cancelled' },
    { from: 'WAITING_MATERIALS', to: 'ON_HOLD' },
    { from: 'SCHEDULED', to: 'IN_PROGRESS', event: 'production.order.started' },
    { from: 'SCHEDULED', to: 'WAITING_MATERIALS', event: 'production.waiting.materials' },
    { from: 'SCHEDULED', to: 'CANCELLED', event: 'production.order.cancelled' },
    { from: 'SCHEDULED', to: 'ON_HOLD' },
    { from: 'IN_PROGRESS', to: 'QUALITY_CHECK' },
    { from: 'IN_PROGRESS', to: 'COMPLETED', event: 'production.order.completed' },
    { from: 'IN_PROGRESS', to: 'ON_HOLD' },
    { from: 'IN_PROGRESS', to: 'CANCELLED', event: 'production.order.cancelled' },
    { from: 'IN_PROGRESS', to: 'FAILED', event: 'production.order.failed' },
    { from: 'ON_HOLD', to: 'CANCELLED', event: 'production.order.cancelled' },
    { from: 'QUALITY_CHECK', to: 'COMPLETED', event: 'production.order.completed' },
    { from: 'QUALITY_CHECK', to: 'IN_PROGRESS' },
    { from: 'QUALITY_CHECK', to: 'FAILED', event: 'production.order.failed' },
  ],
})

const road: readonly ProductionStatus[] = ['PLANNED', 'SCHEDULED', 'IN_PROGRESS', 'COMPLETED']

/** Small workshops report only the end: the steps between here and there are taken one after another, each by the table. */
export function walkTo(from: ProductionStatus, to: ProductionStatus): void {
  const start = road.indexOf(from === 'WAITING_MATERIALS' ? 'PLANNED' : from)
  const end = road.indexOf(to)
  if (start < 0 || start >= end) return void productionOrderLifecycle.check(from, to)
  let here = from
  for (const next of road.slice(start + 1, end + 1)) {
    productionOrderLifecycle.check(here, next)
    here = next
  }
}
