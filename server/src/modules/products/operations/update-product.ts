import type { UpdateProductBody } from '@prometric/contracts/products'
import { against, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { keepDealService } from '../deal-service.js'
import { productEvent } from '../events.js'
import { calculated } from '../manufactured-cost.js'
import { announcePrices, priceChanges, recordPrices } from '../price-history.js'
import { toldOf } from '../product-completeness.js'
import { lookAtReferences } from '../product-references.js'
import { type ProductRecord, saidBy } from '../product.record.js'
import { behaviours, checkComplete, checkProduct } from '../product.rules.js'
import { withVat } from '../product.vat.js'
import { lockProduct, rewriteProduct, type StoredProduct, withKeys } from '../product.table.js'

/** Changes what the body names. The type is frozen by the first document or movement, the unit by the first movement. */
export async function updateProduct(
  work: UnitOfWork,
  { id, body, ifMatch }: { id: string; body: UpdateProductBody; ifMatch?: number | undefined },
): Promise<void> {
  const { version, ...fields } = body
  const before = await lockProduct(work, id, { version, ifMatch })
  const said = saidBy(fields)
  keepDealService(before, said)
  const typed = withTypeOf(before, said)
  await refuseFrozen(work, before, said)
  const references = await lookAtReferences(work, said)
  const rated = withVat({ ...typed, vatRateId: before.vatRateId, vatRate: before.vatRate }, said, references.vat)
  const cost = calculated(rated)
  const after = withKeys({ ...rated, cost: cost?.cost ?? rated.cost })
  checkProduct(after)
  const told = await toldOf(work, id)
  checkComplete(after, {
    ...told,
    price: told.price || said.price !== undefined,
    cost: told.cost || said.cost !== undefined,
  })

  const newVersion = await rewriteProduct(work, id, after)
  const changes = priceChanges(before, after)
  // The first price said of a draft is a price even when it is zero.
  const first = said.price === 0n && !told.price ? [{ field: 'PRICE' as const, oldValue: null, newValue: 0n }] : []
  await recordPrices(work, { productId: id, changes: [...changes, ...first], reason: 'MANUAL' })
  work.announce(productEvent('product.updated', newVersion, { productId: id, changes: Object.keys(said) }))
  announcePrices(work, { id, version: newVersion, vatIncluded: after.vatIncluded }, changes)
}

/** A new type brings its own answer to what may be sold and bought, unless the person gives one. */
function withTypeOf(before: StoredProduct, said: Partial<ProductRecord>): ProductRecord {
  if (said.productType === undefined || said.productType === before.productType) return { ...before, ...said }
  const { soldByDefault, purchasable } = behaviours[said.productType]
  return { ...before, sellable: soldByDefault, purchasable, ...said }
}

async function refuseFrozen(work: UnitOfWork, before: StoredProduct, said: Partial<ProductRecord>): Promise<void> {
  const changes = (key: 'productType' | 'unit' | 'cost') => said[key] !== undefined && said[key] !== before[key]
  if (!changes('productType') && !changes('unit') && !changes('cost')) return
  const use = (await work.row<{ documented: boolean; moved: boolean; stocked: boolean }>(useOf, [
    work.workspaceId,
    before.id,
  ]))!
  const refuse = (field: string) => new Refusal('PRODUCT_IN_USE', { field, references: [] }, field)
  if (changes('productType') && (use.documented || use.moved)) throw refuse('productType')
  if (changes('unit') && use.moved) throw refuse('unit')
  if (changes('cost') && use.stocked) throw against('COST_FOLLOWS_STOCK', {}, 'cost')
}

const useOf = sql`
  select exists (select from app.deal_products where workspace_id = $1 and product_id = $2)
      or exists (select from app.order_items where workspace_id = $1 and product_id = $2)
      or exists (select from app.invoice_items where workspace_id = $1 and product_id = $2)
      or exists (select from app.production_orders where workspace_id = $1 and product_id = $2)
      or exists (select from app.bills_of_materials where workspace_id = $1 and product_id = $2 and deleted_at is null)
      or exists (select from app.bom_components where workspace_id = $1 and component_id = $2)
      or exists (select from app.bundle_items where workspace_id = $1 and (bundle_id = $2 or component_id = $2))
      or exists (select from app.purchase_requisition_lines where workspace_id = $1 and product_id = $2) as documented,
    exists (select from app.stock_movements where workspace_id = $1 and product_id = $2) as moved,
    exists (select from app.inventory_items where workspace_id = $1 and product_id = $2 and quantity <> 0) as stocked`
