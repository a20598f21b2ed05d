// What other modules may ask of production.

import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

export interface DefaultBom {
  readonly bomId: string
  readonly productId: string
  readonly bomVersion: string
  readonly leadTimeDays: number | null
}

/** The bill of materials by which each of these products is made; a product without one is absent. */
export async function defaultBoms(work: UnitOfWork, productIds: readonly string[]): Promise<Map<string, DefaultBom>> {
  const rows = await work.rows<DefaultBom>(defaults, [work.workspaceId, productIds])
  return new Map(rows.map((row) => [row.productId, row]))
}

const defaults = sql`
  select id as "bomId", product_id as "productId", bom_version as "bomVersion", lead_time_days as "leadTimeDays" from app.bills_of_materials
  where workspace_id = $1 and product_id = any($2::uuid[]) and is_default and status = 'ACTIVE' and deleted_at is null`
