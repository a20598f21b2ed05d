import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/**
 * Gives every bundle line of an order its component lines, frozen as they are now; a bundle inside a bundle is opened too.
 * Components carry no price of their own: the bundle's line holds it. Their quantity is the bundle's times the component's.
 */
export async function explodeBundles(work: UnitOfWork, orderId: string): Promise<void> {
  await work.rows(explode, [work.workspaceId, orderId])
}

const explode = sql`
  with recursive part as (
    select i.id as parent_item_id, b.component_id, i.quantity * b.quantity as quantity, 1 as depth, array[i.line_no, b.sort_order] as path
    from app.order_items i
    join app.bundle_items b on b.workspace_id = i.workspace_id and b.bundle_id = i.product_id and not b.is_optional
    where i.workspace_id = $1 and i.order_id = $2 and i.product_type = 'BUNDLE'
    union all
    select part.parent_item_id, b.component_id, part.quantity * b.quantity, part.depth + 1, part.path || b.sort_order
    from part
    join app.products p on p.workspace_id = $1 and p.id = part.component_id and p.product_type = 'BUNDLE'
    join app.bundle_items b on b.workspace_id = $1 and b.bundle_id = p.id and not b.is_optional
    where part.depth < 4
  ), merged as (
    select parent_item_id, component_id, sum(quantity) as quantity, min(path) as path from part group by parent_item_id, component_id
  )
  insert into app.order_items (organization_id, workspace_id, id, order_id, line_no, parent_item_id, product_id, product_name, product_code, product_type, unit,
    quantity, unit_price, price_includes_vat, vat_rate, vat_exempt, requested_date, cost)
  select i.organization_id, i.workspace_id, app.uuid_v7(), i.order_id,
    (select max(line_no) from app.order_items m where m.workspace_id = $1 and m.order_id = $2) + row_number() over (order by merged.path, p.id),
    i.id, p.id, p.name, p.code, p.product_type, p.unit, merged.quantity, 0, i.price_includes_vat, i.vat_rate, i.vat_exempt, i.requested_date, p.cost
  from merged
  join app.order_items i on i.workspace_id = $1 and i.id = merged.parent_item_id
  join app.products p on p.workspace_id = $1 and p.id = merged.component_id and p.product_type <> 'BUNDLE'`
