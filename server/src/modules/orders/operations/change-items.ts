import type { OrderItemBody } from '@prometric/contracts/orders'
import { newId } from '../../../kernel/ids.js'
import { invalid, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { sellableProducts } from '../../products/public.js'
import type { EditableOrder } from '../editable-order.js'
import { changedLine, newLine } from '../line-rules.js'
import { storedLines, type StoredLine } from '../stored-lines.js'
import { sayUpdated } from './say-updated.js'
import { repriceOrder } from './reprice-order.js'

const linesAtMost = 500

/** Adds lines at the end of a locked order and prices it anew. */
export async function addItems(work: UnitOfWork, order: EditableOrder, items: readonly OrderItemBody[]): Promise<void> {
  const lines = await storedLines(work, order.id)
  if (lines.length + items.length > linesAtMost) throw invalid('items', 'TOO_MANY_LINES', { maximum: linesAtMost })
  const products = await sellableProducts(work, [...new Set(items.map((item) => item.productId))], order.orderDate)
  // Parts of bundles have numbers too.
  const { last } = (await work.row<{ last: number }>(lastNumber, [work.workspaceId, order.id]))!
  const added = items.map((item, i) => ({
    ...newLine(item, products.get(item.productId), `items.${i}`),
    id: newId(),
    lineNo: last + 1 + i,
  }))
  await settle(work, order, [...lines, ...added], { added: added.map((line) => line.id) })
}

/** Changes one line of a locked order and prices it anew. */
export async function changeItem(
  work: UnitOfWork,
  order: EditableOrder,
  itemId: string,
  wish: Partial<OrderItemBody>,
): Promise<void> {
  const lines = await storedLines(work, order.id)
  const line = lineIn(lines, itemId)
  const product = (await sellableProducts(work, [line.productId], order.orderDate)).get(line.productId)
  if (!product) throw new Refusal('PRODUCT_NOT_SELLABLE', { product: line.productName })
  const changed = changedLine(line, product, wish)
  await settle(
    work,
    order,
    lines.map((each) => (each.id === itemId ? changed : each)),
    { changed: [itemId] },
  )
}

/** Takes a line off a locked order and prices it anew. Only a draft may be without lines. */
export async function removeItem(work: UnitOfWork, order: EditableOrder, itemId: string): Promise<void> {
  const lines = await storedLines(work, order.id)
  lineIn(lines, itemId)
  if (lines.length === 1 && order.status !== 'DRAFT') throw new Refusal('ORDER_EMPTY', { orderId: order.id })
  await settle(
    work,
    order,
    lines.filter((each) => each.id !== itemId),
    { removed: [itemId] },
  )
}

async function settle(
  work: UnitOfWork,
  order: EditableOrder,
  lines: readonly StoredLine[],
  items: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const version = await repriceOrder(work, order, lines)
  sayUpdated(work, order, version, { items })
}

export function lineIn(lines: readonly StoredLine[], itemId: string): StoredLine {
  const line = lines.find((each) => each.id === itemId)
  if (!line) throw new Refusal('NOT_FOUND', { itemId })
  if (line.isCancelled) throw new Refusal('ORDER_LOCKED', { status: 'CANCELLED', itemId })
  return line
}

const lastNumber = sql`
  select coalesce(max(line_no), 0) as last from app.order_items where workspace_id = $1 and order_id = $2`
