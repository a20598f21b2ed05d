import {
  requisitionLine,
  requisitionRow,
  requisitionSources,
  requisitionStatuses,
  supplierRow,
  supplierStatuses,
} from '@prometric/contracts/procurement'
import { anyOf, byId, dayFrom, dayTo } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

export const supplierList = listing({
  from: 'app.suppliers s',
  alias: 's',
  row: supplierRow,
  where: 's.deleted_at is null',
  sorts: ['name', 'supplierNumber', 'createdAt', 'rating'],
  defaultSort: 'name',
  search: ['s.name', 's.legal_name', 's.bin', 's.iin', 's.supplier_number'],
  filters: { status: anyOf('s.status', supplierStatuses) },
})

// A requisition for an order's shortage belongs to one order and one supplier; one by hand may have several suppliers.
const supplierId = `(select case when count(distinct l.supplier_id) = 1 and bool_and(l.supplier_id is not null) then min(l.supplier_id::text)::uuid end
  from app.purchase_requisition_lines l where l.workspace_id = r.workspace_id and l.requisition_id = r.id)`
const orderId = `(select item.order_id from app.purchase_requisition_lines l
  join app.order_items item on item.workspace_id = l.workspace_id and item.id = l.order_item_id
  where l.workspace_id = r.workspace_id and l.requisition_id = r.id limit 1)`

export const requisitionList = listing({
  from: `app.purchase_requisitions r
    left join lateral (select ${supplierId} as supplier_id, ${orderId} as order_id) about on true
    left join app.suppliers s on s.workspace_id = r.workspace_id and s.id = about.supplier_id
    left join app.orders o on o.workspace_id = r.workspace_id and o.id = about.order_id`,
  alias: 'r',
  row: requisitionRow,
  computed: {
    supplierId: 'about.supplier_id',
    supplierName: 's.name',
    orderId: 'about.order_id',
    orderNumber: 'o.order_number',
  },
  sorts: ['createdAt', 'requisitionNumber', 'requiredBy', 'status', 'estimatedCost'],
  defaultSort: '-createdAt',
  search: ['r.requisition_number', 's.name', 'o.order_number'],
  filters: {
    status: anyOf('r.status', requisitionStatuses),
    source: anyOf('r.source', requisitionSources),
    supplierId: byId('about.supplier_id'),
    orderId: byId('about.order_id'),
    requiredFrom: dayFrom('r.required_by'),
    requiredTo: dayTo('r.required_by'),
  },
  includes: {
    lines: {
      from: 'app.purchase_requisition_lines l join app.products product on product.workspace_id = l.workspace_id and product.id = l.product_id',
      alias: 'l',
      row: requisitionLine,
      parent: 'requisition_id',
      order: 'l.id',
      computed: { productName: 'product.name', productCode: 'product.code' },
    },
  },
})
