import { orderCancellationRow } from '@prometric/contracts/cancellation'
import {
  type OrderHold,
  orderHistoryRow,
  orderHoldRow,
  orderItemRow,
  orderPaymentRow,
  orderPriorities,
  orderRow,
  orderStatuses,
  orderTypes,
  fulfillmentStatuses,
  orderPaymentStatuses,
  holdReasons,
} from '@prometric/contracts/orders'
import { warning } from '@prometric/contracts/warnings'
import { z } from 'zod'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import {
  anyOf,
  byId,
  dayFrom,
  dayTo,
  flag,
  instantFrom,
  instantTo,
  moneyFrom,
  moneyTo,
} from '../../../platform/http/filters.js'
import { type ListQuery, listing } from '../../../platform/http/listing.js'
import { explained, holdColumns } from './hold-explanation.js'
import { orderVatWarnings } from './order-vat-warnings.js'

const customerName =
  '(select c.name from app.customers c where c.workspace_id = o.workspace_id and c.id = o.customer_id)'
const salesRepName = `(select e.first_name || ' ' || e.last_name from app.employees e where e.workspace_id = o.workspace_id and e.id = o.sales_rep_id)`
const openHolds = `coalesce((select json_agg(h.reason order by h.placed_at) from app.order_holds h
  where h.workspace_id = o.workspace_id and h.order_id = o.id and h.released_at is null), '[]')`
const allocations = `coalesce((select json_agg(json_build_object('kind', a.kind, 'status', a.status, 'quantity', a.quantity, 'warehouseId', a.warehouse_id,
    'productionOrderId', a.production_order_id, 'requisitionLineId', a.requisition_line_id, 'expectedDate', a.expected_date) order by a.created_at, a.id)
  from app.order_item_allocations a where a.workspace_id = i.workspace_id and a.order_item_id = i.id and a.status <> 'CANCELLED'), '[]')`

const table = listing({
  from: 'app.orders o',
  alias: 'o',
  row: orderRow,
  computed: { customerName, salesRepName, openHolds },
  where: 'o.deleted_at is null',
  search: ['o.order_number', customerName],
  sorts: ['createdAt', 'updatedAt', 'orderNumber', 'totalAmount', 'status', 'priority', 'orderDate'],
  defaultSort: '-createdAt',
  scope: { assignedTo: 'o.sales_rep_id', createdBy: 'o.created_by', department: 'o.department_id' },
  filters: {
    type: anyOf('o.type', orderTypes),
    status: anyOf('o.status', orderStatuses),
    fulfillmentStatus: anyOf('o.fulfillment_status', fulfillmentStatuses),
    paymentStatus: anyOf('o.payment_status', orderPaymentStatuses),
    priority: anyOf('o.priority', orderPriorities),
    customerId: byId('o.customer_id'),
    dealId: byId('o.deal_id'),
    supplierId: byId('o.supplier_id'),
    isUrgent: flag('o.is_urgent'),
    requiresApproval: flag('o.requires_approval'),
    holdReason: {
      ...anyOf('h.reason', holdReasons),
      condition: (
        value,
        bind,
      ) => `exists (select from app.order_holds h where h.workspace_id = o.workspace_id and h.order_id = o.id
        and h.released_at is null and h.reason = any(${bind(value.split(','))}::text[]))`,
    },
    createdFrom: instantFrom('o.created_at'),
    createdTo: instantTo('o.created_at'),
    deliveryDateFrom: dayFrom('o.requested_delivery_date'),
    deliveryDateTo: dayTo('o.requested_delivery_date'),
    minAmount: moneyFrom('o.total_amount'),
    maxAmount: moneyTo('o.total_amount'),
  },
  includes: {
    items: {
      from: 'app.order_items i',
      alias: 'i',
      row: orderItemRow,
      parent: 'order_id',
      order: 'i.line_no',
      computed: { allocations },
    },
    history: {
      from: 'app.order_status_history h',
      alias: 'h',
      row: orderHistoryRow,
      parent: 'order_id',
      order: 'h.changed_at, h.id',
    },
    cancellations: {
      from: 'app.order_cancellations c',
      alias: 'c',
      row: orderCancellationRow,
      parent: 'order_id',
      order: 'c.cancelled_at, c.id',
    },
    holds: {
      from: 'app.order_holds h',
      alias: 'h',
      row: orderHoldRow,
      parent: 'order_id',
      order: 'h.placed_at, h.id',
      computed: holdColumns,
    },
    payments: {
      from: `(select p.*, paid.order_id as of_order from (
          select workspace_id, order_id, id as payment_id from app.payments where order_id is not null
          union select i.workspace_id, i.order_id, a.payment_id from app.invoices i join app.payment_allocations a
            on a.workspace_id = i.workspace_id and a.invoice_id = i.id and a.reversed_at is null where i.order_id is not null) paid
        join app.payments p on p.workspace_id = paid.workspace_id and p.id = paid.payment_id) p`,
      alias: 'p',
      row: orderPaymentRow,
      parent: 'of_order',
      order: 'p.payment_date desc, p.created_at desc, p.id',
      permission: 'PAYMENTS_VIEW',
    },
  },
})

function told<Order>(work: UnitOfWork, order: Order & { holds?: readonly OrderHold[] }): Order {
  return order.holds ? { ...order, holds: order.holds.map((hold) => explained(work, hold)) } : order
}

/** Orders as lists and cards show them; a card also says what should be seen of its VAT. */
export const orderList = {
  query: table.query,
  answer: table.answer.extend({ warnings: z.array(warning).optional() }),
  async list(work: UnitOfWork, asked: ListQuery) {
    const page = await table.list(work, asked)
    return { ...page, items: page.items.map((order) => told(work, order)) }
  },
  async find(work: UnitOfWork, id: string, included?: unknown) {
    const order = told(work, await table.find(work, id, included))
    return { ...order, warnings: await orderVatWarnings(work, id) }
  },
}
