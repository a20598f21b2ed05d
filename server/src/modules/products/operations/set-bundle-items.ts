import type { BundleItemIn, ProductType } from '@prometric/contracts/products'
import { newId } from '../../../kernel/ids.js'
import { Quantity } from '../../../kernel/quantity.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

const deepest = 3

/** Only a bundle has parts. */
export function checkItemsAllowed(productType: ProductType, items: readonly BundleItemIn[]): void {
  if (productType !== 'BUNDLE' && items.length > 0)
    throw new Refusal('OPERATION_NOT_ALLOWED_FOR_TYPE', { productType, field: 'bundleItems' }, 'bundleItems')
}

/** Replaces the parts of a bundle. Refuses a bundle that would contain itself or reach deeper than three bundles. */
export async function setBundleItems(
  work: UnitOfWork,
  { productId, items }: { productId: string; items: readonly BundleItemIn[] },
): Promise<void> {
  const componentIds = items.map((item) => item.componentId)
  const twice = componentIds.findIndex((id, i) => componentIds.indexOf(id) < i)
  if (twice >= 0) throw new Refusal('DUPLICATE', { field: 'componentId' }, `items.${twice}.componentId`)
  // The parts are locked too: two bundles put into one another at the same moment would otherwise not see each other.
  const locked = await work.rows<{ id: string; productType: ProductType }>(lockParts, [
    work.workspaceId,
    [productId, ...componentIds],
  ])
  const bundle = locked.find((row) => row.id === productId)
  if (!bundle) throw new Refusal('NOT_FOUND')
  checkItemsAllowed(bundle.productType, items)
  if (componentIds.includes(productId))
    throw new Refusal('BUNDLE_CYCLE', { productId }, `items.${componentIds.indexOf(productId)}.componentId`)
  const absent = componentIds.findIndex((id) => !locked.some((row) => row.id === id))
  if (absent >= 0) throw new Refusal('NOT_FOUND', { componentId: componentIds[absent] }, `items.${absent}.componentId`)
  await work.rows(dropItems, [work.workspaceId, productId])
  await work.rows(insertItems, [work.workspaceId, work.organizationId, productId, JSON.stringify(items.map(asRow))])
  await refuseCircles(work, productId)
}

function asRow(item: BundleItemIn, index: number) {
  return {
    id: newId(),
    component_id: item.componentId,
    quantity: Quantity.parse(item.quantity).toString(),
    sort_order: item.sortOrder ?? index,
    is_optional: item.isOptional ?? false,
    price_share: item.priceShare ?? null,
  }
}

async function refuseCircles(work: UnitOfWork, productId: string): Promise<void> {
  const { above, below, circle } = (await work.row<{ above: number; below: number; circle: boolean }>(nesting, [
    work.workspaceId,
    productId,
  ]))!
  if (circle) throw new Refusal('BUNDLE_CYCLE', { productId }, 'items')
  if (above + below > deepest)
    throw new Refusal(
      'BUNDLE_CYCLE',
      { productId, reason: 'TOO_DEEP', depth: above + below, maximum: deepest },
      'items',
    )
}

const lockParts = sql`
  select id, product_type as "productType" from app.products
  where workspace_id = $1 and id = any($2::uuid[]) and deleted_at is null order by id for no key update`
const dropItems = sql`delete from app.bundle_items where workspace_id = $1 and bundle_id = $2`
const insertItems = sql`
  insert into app.bundle_items (workspace_id, organization_id, bundle_id, id, component_id, quantity, sort_order, is_optional, price_share)
  select $1, $2, $3, i.id, i.component_id, i.quantity, i.sort_order, i.is_optional, i.price_share
  from json_to_recordset($4::json) as i (id uuid, component_id uuid, quantity numeric, sort_order int, is_optional boolean, price_share numeric)`
// Bundles above and below this one, at most one step further than allowed so that a circle ends.
const nesting = sql`
  with recursive
    up (id, depth) as (select $2::uuid, 0
      union select b.bundle_id, up.depth + 1 from up join app.bundle_items b on b.workspace_id = $1 and b.component_id = up.id where up.depth < 8),
    down (id, depth) as (select $2::uuid, 0
      union select b.component_id, down.depth + 1 from down join app.bundle_items b on b.workspace_id = $1 and b.bundle_id = down.id where down.depth < 8)
  select (select max(depth) from up) as above, (select max(depth) from down) as below,
    exists (select from down where id = $2 and depth > 0) as circle`
