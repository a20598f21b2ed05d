import { Quantity } from '../../kernel/quantity.js'

/** A line that wants goods, in the order in which lines are served. */
export interface WantingLine {
  readonly id: string
  readonly productId: string
  readonly wanted: Quantity
}

/** A balance row that may be reserved from. */
export interface StockRow {
  readonly id: string
  readonly warehouseId: string
  readonly productId: string
  readonly isDefault: boolean
  readonly available: Quantity
}

export interface Take {
  readonly orderItemId: string
  readonly inventoryItemId: string
  readonly warehouseId: string
  readonly productId: string
  readonly quantity: Quantity
}

/**
 * Which stock serves which line: from the order's own warehouse if it names one; else from a single warehouse that can serve
 * everything wanted; else from the default warehouse first and then from where most lies. Lines are served in their order.
 */
export function planAllocation(
  lines: readonly WantingLine[],
  stock: readonly StockRow[],
  preferredWarehouseId: string | null,
): Take[] {
  const usable = preferredWarehouseId
    ? stock.filter((row) => row.warehouseId === preferredWarehouseId)
    : narrowed(lines, stock)
  const left = new Map(usable.map((row) => [row.id, row.available]))
  const takes: Take[] = []
  for (const line of lines) {
    let wanted = line.wanted
    for (const row of usable.filter((one) => one.productId === line.productId).toSorted(byPreference)) {
      const quantity = smaller(wanted, left.get(row.id)!)
      if (!quantity.isPositive()) continue
      takes.push({
        orderItemId: line.id,
        inventoryItemId: row.id,
        warehouseId: row.warehouseId,
        productId: row.productId,
        quantity,
      })
      left.set(row.id, left.get(row.id)!.minus(quantity))
      wanted = wanted.minus(quantity)
    }
  }
  return takes
}

function narrowed(lines: readonly WantingLine[], stock: readonly StockRow[]): readonly StockRow[] {
  const wanted = new Map<string, Quantity>()
  for (const line of lines) wanted.set(line.productId, (wanted.get(line.productId) ?? Quantity.zero).plus(line.wanted))
  const warehouses = [...new Set(stock.toSorted(byPreference).map((row) => row.warehouseId))]
  const one = warehouses.find((warehouseId) =>
    [...wanted].every(([productId, quantity]) => held(stock, warehouseId, productId).compare(quantity) >= 0),
  )
  return one ? stock.filter((row) => row.warehouseId === one) : stock
}

const held = (stock: readonly StockRow[], warehouseId: string, productId: string) =>
  Quantity.sum(
    stock.filter((row) => row.warehouseId === warehouseId && row.productId === productId).map((row) => row.available),
  )

const byPreference = (a: StockRow, b: StockRow) =>
  Number(b.isDefault) - Number(a.isDefault) ||
  b.available.compare(a.available) ||
  (a.warehouseId < b.warehouseId ? -1 : a.warehouseId > b.warehouseId ? 1 : 0)

const smaller = (a: Quantity, b: Quantity) => (a.compare(b) <= 0 ? a : b)
