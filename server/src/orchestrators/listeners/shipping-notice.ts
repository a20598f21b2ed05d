import type { EventPayload } from '@prometric/contracts/events'
import type { Language } from '../../platform/database/tenant.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { tell } from './recipients.js'
import { toldOrder } from './told-order.js'

const titles: Readonly<Record<Language, (order: string, isPartial: boolean) => string>> = {
  ru: (order, isPartial) => (isPartial ? `Отгружена часть заказа ${order}` : `Заказ ${order} отгружен`),
  kk: (order, isPartial) =>
    isPartial ? `${order} тапсырысының бір бөлігі жөнелтілді` : `${order} тапсырысы жөнелтілді`,
  en: (order, isPartial) => (isPartial ? `A part of order ${order} was shipped` : `Order ${order} was shipped`),
}

/** The seller hears that goods have left, with whom and under which number; of an order without a seller, the owners. */
export const shippingNotice: InlineListener = {
  name: 'shipping-notice',
  async hear(work, event) {
    const { orderId, shipmentId, isPartial, carrier, trackingNumber } = event.payload as EventPayload<'order.shipped'>
    const order = await toldOrder(work, orderId)
    if (!order) return
    await tell(work, { employeeIds: [order.rep], owners: !order.rep, except: event.actorId }, (language) => ({
      category: 'ORDER',
      code: 'ORDER_SHIPPED',
      type: 'SUCCESS',
      title: titles[language](order.number, isPartial),
      message: [order.customerName, carrier, trackingNumber].filter(Boolean).join(' · '),
      link: `/orders/${orderId}`,
      dedupeKey: `order.shipped:${shipmentId}`,
      data: { orderId, shipmentId, trackingNumber },
    }))
  },
}
