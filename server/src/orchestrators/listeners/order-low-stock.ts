import { repromiseLines } from '../../modules/orders/operations/repromise-lines.js'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { tell } from './recipients.js'

const day = (iso: string) => iso.split('-').toReversed().join('.')

const words: Readonly<
  Record<Language, (order: string, product: string, date: string) => { title: string; message: string }>
> = {
  ru: (order, product, date) => ({
    title: `Срок заказа ${order} сдвинулся на ${day(date)}`,
    message: `Мало товара: ${product}`,
  }),
  kk: (order, product, date) => ({
    title: `${order} тапсырысының мерзімі ${day(date)} күніне жылжыды`,
    message: `Тауар аз: ${product}`,
  }),
  en: (order, product, date) => ({
    title: `Order ${order} is now promised for ${day(date)}`,
    message: `Running low: ${product}`,
  }),
}

/** When a product runs low, the promises of the orders that still wait for it are looked at again, and their sellers are told. */
export const orderLowStock: InlineListener = {
  name: 'order-low-stock',
  async hear(work, event) {
    const moved = await repromiseLines(work, event.aggregateId)
    if (moved.length === 0) return
    const { name } = (await work.row<{ name: string }>(product, [work.workspaceId, event.aggregateId]))!
    for (const order of moved) {
      await tell(work, { employeeIds: [order.salesRepId] }, (language) => ({
        category: 'STOCK',
        code: 'ORDER_REPROMISED',
        type: 'WARNING',
        ...words[language](order.orderNumber, name, order.promisedDate),
        link: `/orders/${order.orderId}`,
        dedupeKey: `inventory.low:${event.id}:${order.orderId}`,
        data: { orderId: order.orderId, productId: event.aggregateId },
      }))
    }
  },
}

const product = sql`select name from app.products where workspace_id = $1 and id = $2`
