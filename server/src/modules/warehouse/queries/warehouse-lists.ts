import { pickingLine, pickingRow, pickingStatuses } from '@prometric/contracts/picking'
import { receiptLine, receiptRow, receiptStatuses } from '@prometric/contracts/receipts'
import { anyOf, byId, instantFrom, instantTo } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

const products = (line: string) =>
  `join app.products product on product.workspace_id = ${line}.workspace_id and product.id = ${line}.product_id`
const ofProduct = { productName: 'product.name', productCode: 'product.code', unit: 'product.unit' }

export const pickingList = listing({
  from: `app.picking_orders p
    join app.orders o on o.workspace_id = p.workspace_id and o.id = p.order_id
    join app.warehouses w on w.workspace_id = p.workspace_id and w.id = p.warehouse_id`,
  alias: 'p',
  row: pickingRow,
  computed: {
    orderNumber: 'o.order_number',
    orderStatus: 'o.status',
    warehouseName: 'w.name',
    customerName: '(select c.name from app.customers c where c.workspace_id = o.workspace_id and c.id = o.customer_id)',
    lineCount:
      '(select count(*) from app.picking_order_lines l where l.workspace_id = p.workspace_id and l.picking_order_id = p.id)',
  },
  sorts: ['createdAt', 'pickingNumber', 'status', 'completedAt'],
  defaultSort: '-createdAt',
  search: ['p.picking_number', 'o.order_number'],
  filters: {
    status: anyOf('p.status', pickingStatuses),
    warehouseId: byId('p.warehouse_id'),
    assignedTo: byId('p.assigned_to'),
    orderId: byId('p.order_id'),
  },
  includes: {
    lines: {
      from: `app.picking_order_lines l ${products('l')}`,
      alias: 'l',
      row: pickingLine,
      parent: 'picking_order_id',
      order: 'l.sequence, l.id',
      computed: { ...ofProduct, barcode: 'product.barcode' },
    },
  },
})

export const receiptList = listing({
  from: `app.goods_receipts g
    join app.suppliers s on s.workspace_id = g.workspace_id and s.id = g.supplier_id
    join app.warehouses w on w.workspace_id = g.workspace_id and w.id = g.warehouse_id`,
  alias: 'g',
  row: receiptRow,
  computed: { supplierName: 's.name', warehouseName: 'w.name' },
  sorts: ['createdAt', 'receivedAt', 'receiptNumber', 'status'],
  defaultSort: '-createdAt',
  search: ['g.receipt_number', 's.name', 'g.supplier_document'],
  filters: {
    status: anyOf('g.status', receiptStatuses),
    supplierId: byId('g.supplier_id'),
    warehouseId: byId('g.warehouse_id'),
    receivedFrom: instantFrom('g.received_at'),
    receivedTo: instantTo('g.received_at'),
  },
  includes: {
    lines: {
      from: `app.goods_receipt_lines l ${products('l')}`,
      alias: 'l',
      row: receiptLine,
      parent: 'goods_receipt_id',
      order: 'l.id',
      computed: ofProduct,
    },
  },
})
