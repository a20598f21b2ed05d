import type { ProductionStatus } from '@prometric/contracts/production'
import { Money } from '../../../kernel/money.js'
import { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { productionOrderLifecycle } from '../production-order.lifecycle.js'

/** Something that is made for a sales order, or was. */
export interface ProductionForOrder {
  readonly id: string
  readonly number: string
  readonly status: ProductionStatus
  readonly orderItemId: string | null
  readonly productId: string
  /** Still to be made. */
  readonly left: Quantity
  readonly begun: boolean
  /** The lifecycle lets it be cancelled as it stands. */
  readonly stoppable: boolean
  /** The materials that went into it. */
  readonly spent: Money
}

/** What is made for a locked order and is not cancelled. Locks the production orders. */
export async function productionOfOrder(work: UnitOfWork, orderId: string): Promise<ProductionForOrder[]> {
  await work.rows(lock, [work.workspaceId, orderId])
  const rows = await work.rows<Row>(read, [work.workspaceId, orderId])
  return rows.map(({ left, spent, ...row }) => ({
    ...row,
    left: Quantity.parse(left),
    stoppable: productionOrderLifecycle.allows(row.status, 'CANCELLED'),
    spent: Money.of(spent),
  }))
}

type Row = Omit<ProductionForOrder, 'left' | 'spent' | 'stoppable'> & { left: string; spent: bigint }

const lock = sql`
  select id from app.production_orders where workspace_id = $1 and sales_order_id = $2 and status not in ('CANCELLED', 'FAILED') and deleted_at is null
  order by id for no key update`

const read = sql`
  select p.id, p.order_number as number, p.status, p.order_item_id as "orderItemId", p.product_id as "productId",
    greatest(p.quantity - p.completed_quantity, 0) as "left",
    coalesce(case when p.status = 'ON_HOLD' then p.status_before_hold end, p.status) in ('IN_PROGRESS', 'QUALITY_CHECK') or issued.cost > 0 as begun,
    issued.cost as spent
  from app.production_orders p
  cross join lateral (
    select coalesce(sum(round((m.issued_quantity - m.returned_quantity) * m.unit_cost / 100)), 0)::bigint as cost
    from app.production_order_materials m where m.workspace_id = $1 and m.production_order_id = p.id
  ) issued
  where p.workspace_id = $1 and p.sales_order_id = $2 and p.status not in ('CANCELLED', 'FAILED') and p.deleted_at is null
  order by p.id`
