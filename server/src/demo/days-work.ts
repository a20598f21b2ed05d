import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'

/** What waits in a workspace in the morning, each list in the order in which it came up. */
export interface DaysWork {
  readonly pickings: ReadonlyArray<{ id: string }>
  readonly productions: ReadonlyArray<{ id: string; status: string; age: number; enough: boolean }>
  /** Open requisitions with what their lines still lack. */
  readonly requisitions: ReadonlyArray<{
    id: string
    age: number
    supplierId: string
    lines: ReadonlyArray<{ id: string; productId: string; quantity: string }>
  }>
  readonly toShip: ReadonlyArray<{ id: string }>
  readonly toDeliver: ReadonlyArray<{ id: string; age: number }>
  readonly services: ReadonlyArray<{ orderId: string; itemId: string }>
  /** Bought goods and own products that fell to their reorder point and are not on their way. */
  readonly low: ReadonlyArray<{
    productId: string
    productType: string
    quantity: string
    supplierId: string | null
    unitCost: string
  }>
}

/** Reads it in one statement. */
export async function daysWork(work: UnitOfWork): Promise<DaysWork> {
  return (await work.row<{ todo: DaysWork }>(readWork, [work.workspaceId, work.now]))!.todo
}

const list = (columns: string, from: string) => ({
  text: `(select coalesce(json_agg(x), '[]') from (select ${columns} ${from}) x)`,
})
const age = (column: string) => `floor(extract(epoch from $2::timestamptz - ${column}) / 86400)::int as age`

const readWork = sql`
  select json_build_object(
    'pickings', ${list('id', `from app.picking_orders where workspace_id = $1 and status in ('DRAFT', 'ASSIGNED', 'IN_PROGRESS') order by picking_number`)},
    'productions', ${list(
      `p.id, p.status, ${age('p.created_at')}, not exists (
         select from app.production_order_materials m where m.workspace_id = $1 and m.production_order_id = p.id and m.required_quantity > (
           select coalesce(sum(i.available_quantity), 0) from app.inventory_items i
           where i.workspace_id = $1 and i.product_id = m.component_id and i.warehouse_id = p.material_warehouse_id)) as enough`,
      `from app.production_orders p where p.workspace_id = $1 and p.status in ('PLANNED', 'SCHEDULED', 'IN_PROGRESS') order by p.order_number`,
    )},
    'requisitions', ${list(
      `r.id, ${age('r.created_at')}, (select l.supplier_id from app.purchase_requisition_lines l where l.workspace_id = $1 and l.requisition_id = r.id limit 1) as "supplierId",
       (select json_agg(json_build_object('id', l.id, 'productId', l.product_id, 'quantity', (l.quantity - l.received_quantity)::text) order by l.product_id, l.id)
         from app.purchase_requisition_lines l where l.workspace_id = $1 and l.requisition_id = r.id and l.quantity > l.received_quantity) as lines`,
      `from app.purchase_requisitions r where r.workspace_id = $1 and r.status = 'PENDING_APPROVAL' order by r.requisition_number`,
    )},
    'toShip', ${list('id', `from app.orders where workspace_id = $1 and status = 'READY' and delivery_address is not null order by order_number`)},
    'toDeliver', ${list(
      `o.id, ${age('max(s.shipped_at)')}`,
      `from app.shipments s join app.orders o on o.workspace_id = $1 and o.id = s.order_id
       where s.workspace_id = $1 and s.status = 'DISPATCHED' group by o.id, o.order_number order by o.order_number`,
    )},
    'services', ${list(
      `o.id as "orderId", i.id as "itemId"`,
      `from app.orders o join app.order_items i on i.workspace_id = $1 and i.order_id = o.id and i.product_type = 'SERVICE' and i.quantity_delivered < i.quantity
       where o.workspace_id = $1 and o.status in ('PROCESSING', 'SHIPPED') and o.confirmed_at < $2::timestamptz - interval '2 days'
         and not exists (select from app.order_items g where g.workspace_id = $1 and g.order_id = o.id
           and g.product_type in ('PRODUCT', 'MATERIAL', 'MANUFACTURED') and g.quantity_delivered < g.quantity)
       order by o.order_number, i.line_no`,
    )},
    'low', ${list(
      `p.id as "productId", p.product_type as "productType", p.reorder_quantity::text as quantity, p.primary_supplier_id as "supplierId",
       app.price(p.purchase_price)::text as "unitCost"`,
      `from app.products p where p.workspace_id = $1 and p.reorder_point is not null and p.deleted_at is null
         and p.reorder_point >= (select coalesce(sum(i.available_quantity), 0) from app.inventory_items i where i.workspace_id = $1 and i.product_id = p.id)
         and not exists (select from app.production_orders o where o.workspace_id = $1 and o.product_id = p.id and o.sales_order_id is null
           and o.status in ('PLANNED', 'SCHEDULED', 'IN_PROGRESS'))
       order by p.code`,
    )}
  ) as todo`
