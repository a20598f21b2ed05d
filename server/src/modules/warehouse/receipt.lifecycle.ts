import { receiptStatuses } from '@prometric/contracts/receipts'
import { lifecycle } from '../../kernel/lifecycle.js'

export const receiptLifecycle = lifecycle({
  name: 'goods receipt',
  states: receiptStatuses,
  moves: [
    { from: 'DRAFT', to: 'CHECKING' },
    { from: 'DRAFT', to: 'CONFIRMED', event: 'goods.receipt.confirmed' },
    { from: 'DRAFT', to: 'CANCELLED' },
    { from: 'CHECKING', to: 'CONFIRMED', event: 'goods.receipt.confirmed' },
    { from: 'CHECKING', to: 'CANCELLED' },
  ],
})
