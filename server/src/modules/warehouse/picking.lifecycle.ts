import { pickingStatuses } from '@prometric/contracts/picking'
import { lifecycle } from '../../kernel/lifecycle.js'

/** A list that nobody started may be completed at once: small warehouses pick first and write later. */
export const pickingLifecycle = lifecycle({
  name: 'picking order',
  states: pickingStatuses,
  moves: [
    { from: 'DRAFT', to: 'ASSIGNED' },
    { from: 'DRAFT', to: 'IN_PROGRESS' },
    { from: 'DRAFT', to: 'COMPLETED', event: 'picking.completed' },
    { from: 'DRAFT', to: 'CANCELLED', event: 'picking.cancelled' },
    { from: 'ASSIGNED', to: 'IN_PROGRESS' },
    { from: 'ASSIGNED', to: 'COMPLETED', event: 'picking.completed' },
    { from: 'ASSIGNED', to: 'CANCELLED', event: 'picking.cancelled' },
    { from: 'IN_PROGRESS', to: 'COMPLETED', event: 'picking.completed' },
    { from: 'IN_PROGRESS', to: 'CANCELLED', event: 'picking.cancelled' },
    // The order was cancelled before the goods left: they go back to the shelf.
    { from: 'COMPLETED', to: 'CANCELLED', event: 'picking.cancelled' },
    { from: 'PARTIALLY_COMPLETED', to: 'CANCELLED', event: 'picking.cancelled' },
  ],
})
