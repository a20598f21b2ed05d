import { shipmentLineRow, shipmentRow, shipmentStatuses } from '@prometric/contracts/logistics'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { anyOf, byId, instantFrom, instantTo } from '../../../platform/http/filters.js'
import { listing, type ListQuery, type Page } from '../../../platform/http/listing.js'

const table = listing({
  from: `app.shipments shipment
    join app.orders o on o.workspace_id = shipment.workspace_id and o.id = shipment.order_id
    join app.warehouses warehouse on warehouse.workspace_id = shipment.workspace_id and warehouse.id = shipment.warehouse_id
    left join app.customers customer on customer.workspace_id = o.workspace_id and customer.id = o.customer_id`,
  alias: 'shipment',
  row: shipmentRow,
  computed: {
    orderNumber: 'o.order_number',
    customerId: 'o.customer_id',
    customerName: 'customer.name',
    warehouseName: 'warehouse.name',
  },
  filters: {
    status: anyOf('shipment.status', shipmentStatuses),
    orderId: byId('shipment.order_id'),
    warehouseId: byId('shipment.warehouse_id'),
    customerId: byId('o.customer_id'),
    shippedFrom: instantFrom('shipment.shipped_at'),
    shippedTo: instantTo('shipment.shipped_at'),
  },
  sorts: ['createdAt', 'shippedAt', 'shipmentNumber', 'status'],
  defaultSort: '-createdAt',
  search: [
    'shipment.shipment_number',
    'shipment.waybill_number',
    'shipment.tracking_number',
    'o.order_number',
    'customer.name',
  ],
  scope: { assignedTo: 'o.sales_rep_id', createdBy: 'o.created_by', department: 'o.department_id' },
  includes: {
    lines: {
      from: `app.shipment_lines line join app.order_items item on item.workspace_id = line.workspace_id and item.id = line.order_item_id`,
      alias: 'line',
      row: shipmentLineRow,
      parent: 'shipment_id',
      order: 'item.line_no, line.id',
      computed: { productName: 'item.product_name', unit: 'item.unit' },
    },
  },
})

type Card = { lines?: Array<{ unitCost: number | null }> }

/** Costs are for those who may see them. */
function veil<Row>(work: UnitOfWork, card: Row): Row {
  if (!work.allow('COST_VIEW')) for (const line of (card as Card).lines ?? []) line.unitCost = null
  return card
}

/** Shipments and their lines. */
export const shipmentList = {
  query: table.query,
  answer: table.answer,
  find: async (work: UnitOfWork, id: string, include?: unknown) => veil(work, await table.find(work, id, include)),
  list: async (work: UnitOfWork, asked: ListQuery): Promise<Page<Awaited<ReturnType<typeof table.find>>>> => {
    const page = await table.list(work, asked)
    for (const card of page.items) veil(work, card)
    return page
  },
}
