import type { EventPayload } from '@prometric/contracts/events'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { tell } from './recipients.js'

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
    const order = await work.row<{ number: string; rep: string | null; customerName: string }>(ofOrder, [
      work.workspaceId,
      orderId,
    ])
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

const ofOrder = sql`
  select o.order_number as number, o.sales_rep_id as rep, c.name as "customerName"
  from app.orders o join app.customers c on c.workspace_id = $1 and c.id = o.customer_id where o.workspace_id = $1 and o.id = $2`
