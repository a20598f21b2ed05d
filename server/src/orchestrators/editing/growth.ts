import type { OrderItemBody } from '@prometric/contracts/orders'
import { Money } from '../../kernel/money.js'
import { Quantity } from '../../kernel/quantity.js'
import { Refusal } from '../../kernel/refusal.js'
import { invoiceMore } from '../../modules/invoices/operations/invoice-more.js'
import { closedGates, type GateFacts } from '../../modules/orders/acceptance-gates.js'
import type { EditableOrder } from '../../modules/orders/editable-order.js'
import { addConfirmedLine } from '../../modules/orders/operations/add-confirmed-line.js'
import { lineIn } from '../../modules/orders/operations/change-items.js'
import { deriveOrderPayments } from '../../modules/orders/operations/derive-order-payments.js'
import { storedLines, type StoredLine } from '../../modules/orders/stored-lines.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { lookAtAcceptance, outOfStock } from '../acceptance/facts.js'
import { orderFulfillment } from '../order-fulfillment.js'
import { lookAtSupply, shortLines } from '../fulfilment/supply.js'
import { takeFreeMoney } from '../payment-processing.js'

const growing: readonly string[] = ['CONFIRMED', 'PROCESSING', 'READY']

/**
 * Once an order is confirmed a line can only grow: what is added becomes a line of its own, passes the same gates, is invoiced and
 * fulfilled. A gate that would hold it refuses it here, since what was confirmed goes on as it is; the rest may be ordered anew.
 */
export async function growLine(
  work: UnitOfWork,
  order: EditableOrder,
  itemId: string,
  wish: Partial<OrderItemBody>,
): Promise<void> {
  if (!growing.includes(order.status)) throw new Refusal('ORDER_LOCKED', { status: order.status })
  const line = lineIn(await storedLines(work, order.id), itemId)
  const more = growthOf(order, line, wish)
  if (more.isZero()) return
  const added = await addConfirmedLine(work, order, line, more)
  await refuseWhatGatesHold(work, order.id, added.total)
  await deriveOrderPayments(work, [order.id])
  await orderFulfillment.visit(work, order.id, 'MANUAL', null)
  // The legal number locks its counter until the commit, so the invoice is the last business row.
  if ((await work.setting<string>('finance.invoiceMode')) === 'ORDER')
    work.atEnd(async () => takeFreeMoney(work, order.id, await invoiceMore(work, order.id, added.id)))
}

function growthOf(order: EditableOrder, line: StoredLine, { quantity, ...terms }: Partial<OrderItemBody>) {
  const wanted = quantity === undefined ? line.quantity : Quantity.parse(quantity)
  if (Object.keys(terms).length > 0 || wanted.compare(line.quantity) < 0)
    throw new Refusal('ORDER_LOCKED', { status: order.status })
  return wanted.minus(line.quantity)
}

/** The gates look at the whole order; its invoice is in the customer's balance already, so that his credit is asked only for what was added. */
async function refuseWhatGatesHold(work: UnitOfWork, orderId: string, added: Money): Promise<void> {
  const { gates } = (await lookAtAcceptance(work, orderId, false))!
  const onCredit: GateFacts = { ...gates, totalAmount: added, paidAmount: Money.zero }
  const credit = closedGates(onCredit).find(({ reason }) => reason === 'CREDIT_LIMIT')
  if (credit)
    throw new Refusal('CREDIT_LIMIT_EXCEEDED', {
      available: credit.details['limit'],
      required: credit.details['required'],
    })
  const other = closedGates(gates).find(({ reason }) => reason !== 'CREDIT_LIMIT')
  if (other) throw new Refusal('ORDER_LOCKED', { holdReason: other.reason, ...other.details })
  if ((await work.setting<string>('orders.stockPolicy')) !== 'STRICT') return
  const { warehouseId } = (await work.row<{ warehouseId: string | null }>(warehouseOf, [work.workspaceId, orderId]))!
  const short = shortLines(await lookAtSupply(work, { id: orderId, warehouseId }))
  if (short.length > 0) throw outOfStock(short)
}

const warehouseOf = sql`select warehouse_id as "warehouseId" from app.orders where workspace_id = $1 and id = $2`
