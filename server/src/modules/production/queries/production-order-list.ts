import {
  productionMaterial,
  productionOrderRow,
  productionPriorities,
  productionSources,
  productionStatuses,
} from '@prometric/contracts/production'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { anyOf, byId, flag, instantFrom, instantTo } from '../../../platform/http/filters.js'
import { hideCosts, hideCostsOfPage } from '../../../platform/http/hidden-costs.js'
import { listing, type ListQuery } from '../../../platform/http/listing.js'

const available = `coalesce((select i.available_quantity from app.inventory_items i
  join app.production_orders po on po.workspace_id = m.workspace_id and po.id = m.production_order_id
  where i.workspace_id = m.workspace_id and i.warehouse_id = po.material_warehouse_id and i.product_id = m.component_id
    and i.location_id is null and i.batch_id is null and i.status = 'AVAILABLE'), 0)`

export const productionOrderList = listing({
  from: `app.production_orders po
    join app.products product on product.workspace_id = po.workspace_id and product.id = po.product_id
    left join app.orders sales on sales.workspace_id = po.workspace_id and sales.id = po.sales_order_id`,
  alias: 'po',
  row: productionOrderRow,
  computed: { salesOrderNumber: 'sales.order_number', productCode: 'product.code' },
  where: 'po.deleted_at is null',
  sorts: ['createdAt', 'orderNumber', 'dueDate', 'status', 'priority'],
  defaultSort: '-createdAt',
  search: ['po.order_number', 'po.product_name', 'po.customer_name', 'sales.order_number'],
  filters: {
    status: anyOf('po.status', productionStatuses),
    priority: anyOf('po.priority', productionPriorities),
    source: anyOf('po.source', productionSources),
    productId: byId('po.product_id'),
    salesOrderId: byId('po.sales_order_id'),
    orderItemId: byId('po.order_item_id'),
    bomMissing: flag('po.bom_missing'),
    dueFrom: instantFrom('po.due_date'),
    dueTo: instantTo('po.due_date'),
  },
  includes: {
    materials: {
      from: 'app.production_order_materials m',
      alias: 'm',
      row: productionMaterial,
      parent: 'production_order_id',
      order: 'm.component_name, m.id',
      computed: { available },
    },
  },
})

type Listed = Awaited<ReturnType<typeof productionOrderList.find>>
const costs = ['estimatedCost', 'actualCost', 'materialCost', 'laborCost', 'overheadCost'] as const

/** Production orders; costs only for those who may see them. */
export async function listProductionOrders(work: UnitOfWork, asked: ListQuery) {
  const page = await productionOrderList.list(work, asked)
  return hideCostsOfPage(work, { ...page, items: page.items.map((row) => withoutPartCosts(work, row)) }, costs)
}

export async function findProductionOrder(work: UnitOfWork, id: string, include: unknown = 'materials') {
  return hideCosts(work, withoutPartCosts(work, await productionOrderList.find(work, id, include)), costs)
}

function withoutPartCosts(work: UnitOfWork, row: Listed): Listed {
  const { materials } = row as { materials?: Array<{ unitCost: number | null }> }
  return materials
    ? Object.assign({ ...row }, { materials: materials.map((material) => hideCosts(work, material, ['unitCost'])) })
    : row
}
