import { orderStatuses } from '@prometric/contracts/orders'
import { lifecycle } from '../../kernel/lifecycle.js'

/** Where a sales order may go. Every order is shown, moved and tested by this table. */
export const orderLifecycle = lifecycle({
  name: 'order',
  states: orderStatuses,
  moves: [
    { from: 'DRAFT', to: 'PENDING', permission: 'ORDERS_CREATE' },
    { from: 'DRAFT', to: 'CANCELLED', permission: 'ORDERS_UPDATE' },
    { from: 'PENDING', to: 'CONFIRMED', permission: 'ORDERS_UPDATE' },
    { from: 'PENDING', to: 'ON_HOLD', permission: 'ORDERS_UPDATE' },
    { from: 'PENDING', to: 'CANCELLED', permission: 'ORDERS_UPDATE' },
    { from: 'PENDING', to: 'DRAFT', permission: 'ORDERS_APPROVE' },
    { from: 'CONFIRMED', to: 'PROCESSING', permission: 'ORDERS_FULFILL' },
    { from: 'CONFIRMED', to: 'ON_HOLD', permission: 'ORDERS_UPDATE' },
    { from: 'CONFIRMED', to: 'CANCELLED', permission: 'ORDERS_UPDATE' },
    { from: 'PROCESSING', to: 'READY', permission: 'ORDERS_FULFILL' },
    { from: 'PROCESSING', to: 'SHIPPED', permission: 'ORDERS_FULFILL' },
    { from: 'PROCESSING', to: 'DELIVERED', permission: 'ORDERS_FULFILL' },
    { from: 'PROCESSING', to: 'ON_HOLD', permission: 'ORDERS_UPDATE' },
    { from: 'PROCESSING', to: 'CANCELLED', permission: 'ORDERS_UPDATE' },
    { from: 'READY', to: 'SHIPPED', permission: 'ORDERS_FULFILL' },
    { from: 'READY', to: 'DELIVERED', permission: 'ORDERS_FULFILL' },
    { from: 'READY', to: 'PROCESSING', permission: 'ORDERS_FULFILL' },
    { from: 'READY', to: 'ON_HOLD', permission: 'ORDERS_UPDATE' },
    { from: 'READY', to: 'CANCELLED', permission: 'ORDERS_UPDATE' },
    { from: 'SHIPPED', to: 'DELIVERED', permission: 'ORDERS_FULFILL' },
    { from: 'DELIVERED', to: 'COMPLETED', permission: 'ORDERS_UPDATE' },
    { from: 'ON_HOLD', to: 'PENDING', permission: 'ORDERS_APPROVE' },
    { from: 'ON_HOLD', to: 'CONFIRMED', permission: 'ORDERS_APPROVE' },
    { from: 'ON_HOLD', to: 'PROCESSING', permission: 'ORDERS_APPROVE' },
    { from: 'ON_HOLD', to: 'READY', permission: 'ORDERS_APPROVE' },
    { from: 'ON_HOLD', to: 'CANCELLED', permission: 'ORDERS_UPDATE' },
  ],
})
