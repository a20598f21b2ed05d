import {
  balanceRow,
  movementReferences,
  movementRow,
  movementTypes,
  reservationRow,
  reservationStatuses,
  stockLevels,
  warehouseRow,
  warehouseTypes,
} from '@prometric/contracts/inventory'
import { anyOf, byId, flag, instantFrom, instantTo } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

const productName = 'product.name'

export const warehouseList = listing({
  from: 'app.warehouses w',
  alias: 'w',
  row: warehouseRow,
  where: 'w.deleted_at is null',
  sorts: ['name', 'code', 'createdAt'],
  defaultSort: 'name',
  search: ['w.name', 'w.code'],
  filters: { type: anyOf('w.type', warehouseTypes), isActive: flag('w.is_active'), isSellable: flag('w.is_sellable') },
})

// What may be promised decides, not what lies there.
const stockLevel = `case when i.available_quantity <= 0 then 'OUT_OF_STOCK' when i.available_quantity <= product.min_stock_level then 'LOW_STOCK'
  when i.available_quantity <= product.reorder_point then 'REORDER_NEEDED' else 'IN_STOCK' end`

export const balanceList = listing({
  from: `app.inventory_items i
    join app.products product on product.workspace_id = i.workspace_id and product.id = i.product_id
    join app.warehouses w on w.workspace_id = i.workspace_id and w.id = i.warehouse_id`,
  alias: 'i',
  row: balanceRow,
  computed: {
    warehouseName: 'w.name',
    productCode: 'product.code',
    productName,
    unit: 'product.unit',
    stockLevel,
    value: 'round(i.quantity * i.unit_cost / 10000, 2)',
  },
  sorts: ['lastMovementAt', 'quantity', 'availableQuantity'],
  defaultSort: '-lastMovementAt',
  search: [productName, 'product.code'],
  filters: {
    warehouseId: byId('i.warehouse_id'),
    productId: byId('i.product_id'),
    categoryId: byId('product.category_id'),
    stockLevel: anyOf(`(${stockLevel})`, stockLevels),
  },
})

export const movementList = listing({
  from: 'app.stock_movements m join app.products product on product.workspace_id = m.workspace_id and product.id = m.product_id',
  alias: 'm',
  row: movementRow,
  computed: { productName },
  sorts: ['occurredAt', 'movementNumber'],
  defaultSort: '-occurredAt',
  filters: {
    productId: byId('m.product_id'),
    warehouseId: byId('m.warehouse_id'),
    type: anyOf('m.type', movementTypes),
    referenceType: anyOf('m.reference_type', movementReferences),
    referenceId: byId('m.reference_id'),
    from: instantFrom('m.occurred_at'),
    to: instantTo('m.occurred_at'),
  },
})

export const reservationList = listing({
  from: 'app.stock_reservations r join app.products product on product.workspace_id = r.workspace_id and product.id = r.product_id',
  alias: 'r',
  row: reservationRow,
  computed: { productName },
  sorts: ['createdAt', 'expiresAt'],
  defaultSort: '-createdAt',
  filters: {
    orderId: byId('r.order_id'),
    productId: byId('r.product_id'),
    warehouseId: byId('r.warehouse_id'),
    status: anyOf('r.status', reservationStatuses),
  },
})
