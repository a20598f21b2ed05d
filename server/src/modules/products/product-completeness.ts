import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { Told } from './product.rules.js'

/**
 * What has been said of a product outside its row: prices leave a trace in the history, zero included. The service that stands for deals
 * has the price that each deal says.
 */
export async function toldOf(work: UnitOfWork, productId: string): Promise<Told> {
  return (await work.row<Told>(told, [work.workspaceId, productId]))!
}

const told = sql`
  select exists (select from app.product_price_history where workspace_id = $1 and product_id = $2 and field = 'PRICE')
      or exists (select from app.products where workspace_id = $1 and id = $2 and code_lower = 'deal-service') as price,
    exists (select from app.product_price_history where workspace_id = $1 and product_id = $2 and field = 'COST') as cost,
    exists (select from app.bundle_items where workspace_id = $1 and bundle_id = $2 and not is_optional) as "bundleItems",
    exists (select from app.bills_of_materials where workspace_id = $1 and product_id = $2 and status = 'ACTIVE' and deleted_at is null) as "activeBom"`
