import { deliveryLineRow, deliveryOrderRow, deliveryStatuses } from '@prometric/contracts/logistics'
import { anyOf, byId, dayFrom, dayTo, text } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

/** Deliveries and what they carry. */
export const deliveryList = listing({
  from: `app.delivery_orders delivery
    left join app.orders o on o.workspace_id = delivery.workspace_id and o.id = delivery.source_order_id
    left join app.customers customer on customer.workspace_id = delivery.workspace_id and customer.id = delivery.customer_id`,
  alias: 'delivery',
  row: deliveryOrderRow,
  computed: {
    orderNumber: 'o.order_number',
    orderStatus: 'o.status',
    customerName: 'customer.name',
    addressMissing: 'delivery.delivery_address is null',
  },
  filters: {
    status: anyOf('delivery.status', deliveryStatuses),
    orderId: byId('delivery.source_order_id'),
    shipmentId: byId('delivery.shipment_id'),
    customerId: byId('delivery.customer_id'),
    driver: byId('delivery.driver_id'),
    route: byId('delivery.route_id'),
    date: {
      ...dayFrom('delivery.scheduled_date'),
      condition: (value, bind) => `delivery.scheduled_date = ${bind(value)}::date`,
    },
    dateFrom: dayFrom('delivery.scheduled_date'),
    dateTo: dayTo('delivery.scheduled_date'),
    priority: text('delivery.priority'),
  },
  sorts: ['createdAt', 'scheduledDate', 'deliveryNumber', 'status', 'priority'],
  defaultSort: '-createdAt',
  search: [
    'delivery.delivery_number',
    'delivery.tracking_number',
    'delivery.recipient_name',
    'o.order_number',
    'customer.name',
  ],
  includes: {
    lines: {
      from: `app.delivery_order_lines line join app.order_items item on item.workspace_id = line.workspace_id and item.id = line.order_item_id`,
      alias: 'line',
      row: deliveryLineRow,
      parent: 'delivery_order_id',
      order: 'item.line_no, line.id',
      computed: { productName: 'item.product_name', unit: 'item.unit' },
    },
  },
})
