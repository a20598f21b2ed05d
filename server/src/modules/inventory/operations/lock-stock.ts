import { newId } from '../../../kernel/ids.js'
import { Quantity } from '../../../kernel/quantity.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { Balance } from '../balance-book.js'
import { type BalanceRow, insertMissing, lockBalances } from '../stock-statements.js'

/** A product in a warehouse, and whether goods will come in there. */
export interface StockPlace {
  readonly warehouseId: string
  readonly productId: string
  readonly comesIn: boolean
}

export const placeOf = ({ warehouseId, productId }: Pick<StockPlace, 'warehouseId' | 'productId'>): string =>
  `${warehouseId}/${productId}`

/**
 * Locks balance rows by (warehouse, product), then the products whose cost may move. Where goods come in a row is made for them. Whoever
 * moves stock in several steps locks everything first.
 */
export async function lockStock(work: UnitOfWork, asked: readonly StockPlace[]): Promise<Map<string, Balance>> {
  const places = [...new Map(asked.map((place) => [placeOf(place), place])).values()].toSorted((a, b) =>
    placeOf(a) < placeOf(b) ? -1 : 1,
  )
  const incoming = new Set(asked.filter((place) => place.comesIn).map(placeOf))
  const costly = [...new Set(asked.filter((place) => place.comesIn).map((place) => place.productId))].toSorted()
  const { workspaceId, organizationId } = work
  const values = [workspaceId, places.map((place) => place.warehouseId), places.map((place) => place.productId), costly]
  const lock = async () =>
    new Map((await work.rows<BalanceRow>(lockBalances, values)).map((row) => [placeOf(row), balanceOf(row)]))
  const balances = await lock()
  const missing = places.filter((place) => incoming.has(placeOf(place)) && !balances.has(placeOf(place)))
  if (missing.length === 0) return balances
  await work.rows(insertMissing, [
    workspaceId,
    organizationId,
    missing.map(() => newId()),
    missing.map((m) => m.warehouseId),
    missing.map((m) => m.productId),
  ])
  return lock()
}

const balanceOf = (row: BalanceRow): Balance => ({
  id: row.id,
  warehouseId: row.warehouseId,
  productId: row.productId,
  quantity: Quantity.parse(row.quantity),
  reserved: Quantity.parse(row.reserved),
  unitCost: UnitPrice.of(row.unitCost),
})
