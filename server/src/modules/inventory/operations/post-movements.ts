import { Money } from '../../../kernel/money.js'
import { Quantity } from '../../../kernel/quantity.js'
import { against, Refusal } from '../../../kernel/refusal.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { type Balance, type Good, passMovement, stockUnavailable } from '../balance-book.js'
import type { Moved, Movement } from '../movement.js'
import { announceMovement } from '../stock-facts.js'
import {
  type GoodRow,
  insertMovements,
  type MovedRow,
  readGoods,
  readKnown,
  updateBalances,
  updateCosts,
} from '../stock-statements.js'
import { lockStock, placeOf } from './lock-stock.js'
import { watchStockLevels } from './watch-stock-levels.js'

/**
 * The only writer of balances. Locks the rows in the house's order, moves the goods, writes the ledger, keeps the average cost and
 * says what happened. A movement whose key is known already is left out; its first cost is answered.
 */
export async function postMovements(work: UnitOfWork, movements: readonly Movement[]): Promise<Moved[]> {
  if (movements.length === 0) return []
  const balances = await lockStock(
    work,
    movements.map((movement) => ({ ...movement, comesIn: movement.quantity.isPositive() })),
  )
  const known = new Map(
    (await work.rows<MovedRow>(readKnown, [work.workspaceId, movements.map((m) => m.idempotencyKey)])).map((row) => [
      row.idempotencyKey,
      movedOf(row),
    ]),
  )
  const fresh = movements.filter((movement) => !known.has(movement.idempotencyKey))
  if (fresh.length === 0) return movements.map((movement) => known.get(movement.idempotencyKey)!)
  const goods = await goodsOf(work, fresh)
  const before = new Map([...goods.values()].map((good) => [good.id, good.cost]))
  const moved = fresh.map((movement) => {
    const good = goods.get(movement.productId)!
    const balance = balances.get(placeOf(movement))
    if (!balance) throw stockUnavailable(movement, good, Quantity.zero)
    return { movement, result: passMovement(movement, balance, good) }
  })
  await write(
    work,
    moved,
    balances,
    [...goods.values()].filter((good) => !good.cost.equals(before.get(good.id)!)),
  )
  for (const { movement, result } of moved) announceMovement(work, movement, result)
  const decreased = fresh.filter((movement) => movement.quantity.isNegative()).map((movement) => movement.productId)
  await watchStockLevels(work, [...goods.keys()], decreased)
  const results = new Map([...known, ...moved.map(({ result }) => [result.idempotencyKey, result] as const)])
  return movements.map((movement) => results.get(movement.idempotencyKey)!)
}

async function goodsOf(work: UnitOfWork, movements: readonly Movement[]): Promise<Map<string, Good>> {
  const ids = [...new Set(movements.map((movement) => movement.productId))]
  const rows = await work.rows<GoodRow>(readGoods, [work.workspaceId, ids])
  if (rows.length < ids.length) throw new Refusal('NOT_FOUND', {}, 'productId')
  const goods = rows.map((row) => ({ ...row, onHand: Quantity.parse(row.onHand), cost: UnitPrice.of(row.cost) }))
  const loose = goods.find((good) => !good.stocked)
  if (loose) throw against('TRACKED_IN_STOCK', { product: loose.name }, 'productId')
  return new Map(goods.map((good) => [good.id, good]))
}

async function write(
  work: UnitOfWork,
  moved: ReadonlyArray<{ movement: Movement; result: Moved }>,
  balances: ReadonlyMap<string, Balance>,
  recosted: readonly Good[],
): Promise<void> {
  const { workspaceId, organizationId, now, actor } = work
  const touched = [...new Set(moved.map(({ movement }) => balances.get(placeOf(movement))!))]
  await work.rows(updateBalances, [
    workspaceId,
    now,
    touched.map((b) => b.id),
    touched.map((b) => b.quantity.toString()),
    touched.map((b) => b.reserved.toString()),
    touched.map((b) => b.unitCost.units),
  ])
  const numbers = await Promise.all(moved.map(() => work.number('SM')))
  const ledger = moved.map(({ movement, result }, i) => ({
    id: result.id,
    number: numbers[i],
    type: movement.type,
    warehouseId: movement.warehouseId,
    productId: movement.productId,
    quantity: movement.quantity.toString(),
    unitCost: String(result.unitCost.units),
    totalCost: String(result.totalCost.tiyn),
    balanceAfter: result.balanceAfter.toString(),
    referenceType: movement.referenceType,
    referenceId: movement.referenceId,
    referenceLineId: movement.referenceLineId,
    reason: movement.reason,
    notes: movement.notes,
    key: movement.idempotencyKey,
  }))
  await work.rows(insertMovements, [workspaceId, organizationId, now, actor.userId, JSON.stringify(ledger)])
  if (recosted.length > 0)
    await work.rows(updateCosts, [
      workspaceId,
      recosted.map((good) => good.id),
      recosted.map((good) => good.cost.units),
    ])
}

const movedOf = (row: MovedRow): Moved => ({
  id: row.id,
  idempotencyKey: row.idempotencyKey,
  unitCost: UnitPrice.of(row.unitCost),
  totalCost: Money.of(row.totalCost),
  balanceAfter: Quantity.parse(row.balanceAfter),
})
