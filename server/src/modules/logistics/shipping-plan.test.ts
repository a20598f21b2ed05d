import { describe, expect, it } from 'vitest'
import { Quantity } from '../../kernel/quantity.js'
import { planShipments, type WishedLine } from './shipping-plan.js'

/** Reservation, warehouse, line and quantity. */
const portion = (text: string) => {
  const [reservationId, warehouseId, orderItemId, quantity] = text.split(' ') as [string, string, string, string]
  return {
    reservationId,
    warehouseId,
    orderItemId,
    productId: `product of ${orderItemId}`,
    quantity: Quantity.parse(quantity),
  }
}
const wish = (text: string): WishedLine => {
  const [itemId, quantity] = text.split(' ') as [string, string?]
  return quantity ? { itemId, quantity: Quantity.parse(quantity) } : { itemId }
}
const said = (portions: string[], wishes?: string[]) =>
  planShipments(portions.map(portion), wishes?.map(wish)).map(
    ({ warehouseId, lines }) =>
      `${warehouseId}: ${lines.map((line) => `${line.orderItemId}×${line.quantity} by ${line.portions.map((one) => `${one.reservationId}×${one.quantity}`).join('+')}`).join(', ')}`,
  )

describe('planShipments', () => {
  const picked = ['r1 main a 3', 'r2 main a 2', 'r3 main b 1', 'r4 far a 4']

  it.each([
    ['everything picked', picked, undefined, ['main: a×5 by r1×3+r2×2, b×1 by r3×1', 'far: a×4 by r4×4']],
    ['a whole line', picked, ['b'], ['main: b×1 by r3×1']],
    ['a part of a line', picked, ['a 4'], ['main: a×4 by r1×3+r2×1']],
    ['a line over two warehouses', picked, ['a 6.5'], ['main: a×5 by r1×3+r2×2', 'far: a×1.5 by r4×1.5']],
  ] as const)('%s', (_, portions, wishes, plan) => {
    expect(said([...portions], wishes && [...wishes])).toEqual(plan)
  })

  it.each([
    ['nothing is picked', [], undefined],
    ['a line that is not picked', picked, ['c']],
    ['more than is picked', picked, ['b 2']],
  ] as const)('refuses when %s', (_, portions, wishes) => {
    expect(() => said([...portions], wishes && [...wishes])).toThrow(expect.objectContaining({ code: 'NOT_PICKED' }))
  })
})
