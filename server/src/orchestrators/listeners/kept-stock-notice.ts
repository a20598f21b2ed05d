import type { Language } from '../../platform/database/tenant.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { tell } from './recipients.js'
import { toldOrder } from './told-order.js'

const words: Readonly<Record<Language, (order: string) => { title: string; message: string }>> = {
  ru: (order) => ({
    title: `Товар для заказа ${order} больше не отложен`,
    message: 'Предоплата не поступила в срок, резерв снят',
  }),
  kk: (order) => ({
    title: `${order} тапсырысының тауары енді сақталмайды`,
    message: 'Алдын ала төлем мерзімінде түспеді, резерв алынды',
  }),
  en: (order) => ({
    title: `Stock is no longer kept for order ${order}`,
    message: 'The prepayment did not come in time and the reservation was released',
  }),
}

/** The seller hears that the days are over for which stock was kept: he may call the customer before somebody else buys it. */
export const keptStockNotice: InlineListener = {
  name: 'kept-stock-notice',
  async hear(work, event) {
    if (event.payload.reason !== 'EXPIRED') return
    const orderId = event.payload.orderId as string
    const order = await toldOrder(work, orderId)
    if (!order) return
    await tell(work, { employeeIds: [order.rep] }, (language) => ({
      category: 'ORDER',
      code: 'STOCK_NOT_KEPT',
      type: 'WARNING',
      ...words[language](order.number),
      link: `/orders/${orderId}`,
      // Once for an order, however many of its goods were kept.
      dedupeKey: `stock.released:${orderId}:${event.correlationId}`,
      data: { orderId },
    }))
  },
}
