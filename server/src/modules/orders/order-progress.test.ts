import type { OrderStatus } from '@prometric/contracts/orders'
import { describe, expect, it } from 'vitest'
import { Quantity } from '../../kernel/quantity.js'
import { deriveOrderStatus, type FulfillmentStatus, type LineProgress } from './order-progress.js'

/** Type and quantities: ordered, cancelled, picked, shipped, delivered. */
function line(text: string): LineProgress {
  const [productType, ...numbers] = text.split(' ')
  const [quantity, cancelled, picked, shipped, delivered] = numbers.map((number) => Quantity.parse(number))
  return {
    productType: productType!,
    quantity: quantity!,
    cancelled: cancelled!,
    picked: picked!,
    shipped: shipped!,
    delivered: delivered!,
  }
}

const table: Array<
  [why: string, from: OrderStatus, was: FulfillmentStatus, lines: string[], to: OrderStatus, now: FulfillmentStatus]
> = [
  ['nothing has begun', 'CONFIRMED', 'PENDING', ['PRODUCT 5 0 0 0 0'], 'CONFIRMED', 'PENDING'],
  ['picking has begun', 'CONFIRMED', 'PENDING', ['PRODUCT 5 0 2 0 0'], 'PROCESSING', 'IN_PROGRESS'],
  ['all picked', 'PROCESSING', 'IN_PROGRESS', ['PRODUCT 5 0 5 0 0', 'SERVICE 1 0 0 0 0'], 'READY', 'IN_PROGRESS'],
  ['all that is left is picked', 'PROCESSING', 'IN_PROGRESS', ['PRODUCT 5 2 3 0 0'], 'READY', 'IN_PROGRESS'],
  ['unpicked again', 'READY', 'IN_PROGRESS', ['PRODUCT 5 0 4 0 0'], 'PROCESSING', 'IN_PROGRESS'],
  [
    'a part is shipped',
    'PROCESSING',
    'IN_PROGRESS',
    ['PRODUCT 5 0 3 3 0', 'MANUFACTURED 1 0 0 0 0'],
    'PROCESSING',
    'PARTIALLY',
  ],
  ['a part is shipped, the rest picked', 'READY', 'PARTIALLY', ['PRODUCT 5 0 5 3 3'], 'READY', 'PARTIALLY'],
  [
    'all shipped, a service to do',
    'READY',
    'IN_PROGRESS',
    ['PRODUCT 5 0 5 5 0', 'SERVICE 1 0 0 0 0'],
    'SHIPPED',
    'PARTIALLY',
  ],
  [
    'all delivered, a service to do',
    'SHIPPED',
    'PARTIALLY',
    ['PRODUCT 5 0 5 5 5', 'SERVICE 1 0 0 0 0'],
    'SHIPPED',
    'PARTIALLY',
  ],
  [
    'all delivered and done',
    'SHIPPED',
    'PARTIALLY',
    ['PRODUCT 5 0 5 5 5', 'SERVICE 1 0 0 0 1'],
    'DELIVERED',
    'FULFILLED',
  ],
  ['services only', 'PROCESSING', 'IN_PROGRESS', ['SERVICE 1 0 0 0 1', 'DIGITAL 1 0 0 0 1'], 'DELIVERED', 'FULFILLED'],
  [
    'services only, one to do',
    'PROCESSING',
    'IN_PROGRESS',
    ['SERVICE 1 0 0 0 1', 'SERVICE 2 0 0 0 1'],
    'PROCESSING',
    'PARTIALLY',
  ],
  ['collected at once', 'READY', 'IN_PROGRESS', ['MATERIAL 0.5 0 0.5 0.5 0.5'], 'DELIVERED', 'FULFILLED'],
  [
    'a cancelled line does not count',
    'READY',
    'IN_PROGRESS',
    ['PRODUCT 5 5 0 0 0', 'PRODUCT 1 0 1 1 1'],
    'DELIVERED',
    'FULFILLED',
  ],
  ['every line cancelled', 'PROCESSING', 'IN_PROGRESS', ['PRODUCT 5 5 0 0 0'], 'PROCESSING', 'IN_PROGRESS'],
  ['a hold is not left by itself', 'ON_HOLD', 'IN_PROGRESS', ['PRODUCT 5 0 5 5 0'], 'ON_HOLD', 'PARTIALLY'],
  ['before confirmation', 'PENDING', 'PENDING', ['PRODUCT 5 0 0 0 0'], 'PENDING', 'PENDING'],
  ['the end stays the end', 'COMPLETED', 'FULFILLED', ['PRODUCT 5 0 5 5 5'], 'COMPLETED', 'FULFILLED'],
  ['a failure stays until goods move', 'PROCESSING', 'FAILED', ['PRODUCT 5 0 2 0 0'], 'PROCESSING', 'FAILED'],
]

describe('deriveOrderStatus', () => {
  it.each(table)('%s', (_, status, fulfillmentStatus, lines, to, now) => {
    expect(deriveOrderStatus({ status, fulfillmentStatus }, lines.map(line))).toEqual({
      status: to,
      fulfillmentStatus: now,
    })
  })
})
