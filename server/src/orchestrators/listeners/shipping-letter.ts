import type { EventPayload } from '@prometric/contracts/events'
import { sendLetter } from '../../modules/notifications/operations/send-letter.js'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { Post } from '../../platform/mail/mail.js'
import type { InlineListener } from '../../platform/outbox/listener.js'

interface Addressee {
  readonly customerId: string
  readonly recipient: string
  readonly language: Language
  readonly number: string
  readonly seller: string
  /** What left, a line each. */
  readonly goods: string
}

interface Words {
  readonly subject: string
  readonly opening: string
  readonly carrier: string
  readonly tracking: string
}

const words: Readonly<Record<Language, (number: string) => Words>> = {
  ru: (number) => ({
    subject: `Заказ ${number} отправлен`,
    opening: `Здравствуйте! По заказу ${number} отправлено:`,
    carrier: 'Перевозчик',
    tracking: 'Номер отслеживания',
  }),
  kk: (number) => ({
    subject: `${number} тапсырысы жөнелтілді`,
    opening: `Сәлеметсіз бе! ${number} тапсырысы бойынша жөнелтілді:`,
    carrier: 'Тасымалдаушы',
    tracking: 'Қадағалау нөмірі',
  }),
  en: (number) => ({
    subject: `Order ${number} is on its way`,
    opening: `Hello! This has left for you by order ${number}:`,
    carrier: 'Carrier',
    tracking: 'Tracking number',
  }),
}

/** Writes to the customer that goods are on their way, if he has an address and agreed to be written to; once for a shipment. For order.shipped. */
export const shippingLetter = (post: Post): InlineListener => ({
  name: 'shipping-letter',
  async hear(work, event) {
    const { orderId, shipmentId, carrier, trackingNumber } = event.payload as EventPayload<'order.shipped'>
    const to = await work.row<Addressee>(addressee, [work.workspaceId, orderId, shipmentId])
    if (!to) return
    const say = words[to.language](to.number)
    const details = [carrier && `${say.carrier}: ${carrier}`, trackingNumber && `${say.tracking}: ${trackingNumber}`]
    await sendLetter(work, post, {
      ...to,
      orderId,
      subject: say.subject,
      text: [say.opening, to.goods, ...details.filter(Boolean), '', to.seller, ''].join('\n'),
      dedupeKey: `order.shipped:${shipmentId}`,
    })
  },
})

// Who collects his goods himself needs no letter that they left.
const addressee = sql`
  select c.id as "customerId", c.email as recipient, c.preferred_language as language, o.order_number as number,
    (select name from app.organizations where id = o.organization_id) as seller,
    (select string_agg('— ' || i.product_name || ': ' || trim_scale(l.quantity) || ' ' || i.unit, E'\n' order by i.line_no)
      from app.shipment_lines l join app.order_items i on i.workspace_id = $1 and i.id = l.order_item_id
      where l.workspace_id = $1 and l.shipment_id = $3) as goods
  from app.orders o join app.customers c on c.workspace_id = $1 and c.id = o.customer_id
  where o.workspace_id = $1 and o.id = $2 and o.fulfillment_method <> 'PICKUP' and c.email is not null and c.consent_marketing and c.deleted_at is null`
