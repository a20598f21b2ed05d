import { deliveryStatuses } from '@prometric/contracts/logistics'
import { lifecycle } from '../../kernel/lifecycle.js'

const permission = 'LOGISTICS_MANAGE'

/** How goods come to the customer. A failed trip is planned again, at most three times in all, or the goods come back. */
export const deliveryLifecycle = lifecycle({
  name: 'delivery',
  states: deliveryStatuses,
  moves: [
    { from: 'PLANNED', to: 'ASSIGNED', permission },
    { from: 'PLANNED', to: 'IN_TRANSIT', permission },
    { from: 'PLANNED', to: 'CANCELLED', permission, event: 'delivery.cancelled' },
    { from: 'ASSIGNED', to: 'LOADING', permission },
    { from: 'ASSIGNED', to: 'IN_TRANSIT', permission },
    { from: 'ASSIGNED', to: 'CANCELLED', permission, event: 'delivery.cancelled' },
    { from: 'LOADING', to: 'IN_TRANSIT', permission },
    { from: 'LOADING', to: 'CANCELLED', permission, event: 'delivery.cancelled' },
    { from: 'IN_TRANSIT', to: 'DELIVERED', permission, event: 'delivery.completed' },
    { from: 'IN_TRANSIT', to: 'PARTIALLY_DELIVERED', permission, event: 'delivery.completed' },
    { from: 'IN_TRANSIT', to: 'FAILED', permission, event: 'delivery.failed' },
    { from: 'FAILED', to: 'PLANNED', permission },
    { from: 'FAILED', to: 'RETURNED', permission },
  ],
})

export const mostAttempts = 3
