import { productStatuses } from '@prometric/contracts/products'
import { lifecycle } from '../../kernel/lifecycle.js'

/** Deleting is no state: a draft is deleted like any other product that nothing refers to. */
export const productLifecycle = lifecycle({
  name: 'product',
  states: productStatuses,
  moves: [
    { from: 'DRAFT', to: 'ACTIVE' },
    { from: 'ACTIVE', to: 'INACTIVE' },
    { from: 'INACTIVE', to: 'ACTIVE' },
    { from: 'ACTIVE', to: 'DISCONTINUED' },
    { from: 'INACTIVE', to: 'DISCONTINUED' },
    { from: 'DISCONTINUED', to: 'ACTIVE' },
  ],
})
