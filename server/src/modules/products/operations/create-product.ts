import type { CreateProductBody } from '@prometric/contracts/products'
import { newId } from '../../../kernel/ids.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { productEvent } from '../events.js'
import { calculated } from '../manufactured-cost.js'
import { recordPrices, type PriceChange } from '../price-history.js'
import { nextProductCode } from '../product-code.js'
import { defaultVatRate, lookAtReferences, type References, withTaxRate } from '../product-references.js'
import { emptyProduct, type ProductRecord, saidBy } from '../product.record.js'
import { behaviours, checkComplete, checkProduct } from '../product.rules.js'
import { insertProduct, withKeys } from '../product.table.js'
import { checkItemsAllowed, setBundleItems } from './set-bundle-items.js'

/** Adds a product to the catalogue. A draft may be incomplete; an active product has what its type demands. */
export async function createProduct(work: UnitOfWork, body: CreateProductBody): Promise<string> {
  const said = saidBy(body)
  const { bundleItems = [] } = body
  const references = await lookAtReferences(work, said)
  const defaults = await withDefaults(work, said, references)
  const cost = calculated(defaults)
  const priced = { ...defaults, cost: cost?.cost ?? defaults.cost, price: said.price ?? cost?.price ?? 0n }
  checkProduct(priced)
  checkItemsAllowed(priced.productType, bundleItems)
  const told = {
    price: said.price !== undefined || cost !== undefined,
    cost: said.cost !== undefined || cost !== undefined,
  }
  checkComplete(priced, { ...told, bundleItems: bundleItems.length > 0, activeBom: false })

  const prefix = references.category?.code ?? behaviours[priced.productType].prefix
  const product = withKeys({ ...priced, code: said.code ?? (await nextProductCode(work, prefix)) })
  const id = newId()
  await insertProduct(work, id, product)
  await recordPrices(work, { productId: id, changes: firstPrices(product, told), reason: 'MANUAL' })
  if (bundleItems.length > 0) await setBundleItems(work, { productId: id, items: bundleItems })
  const { code, name, productType, status } = product
  work.announce(productEvent('product.created', 1, { productId: id, code, name, productType, status }))
  return id
}

/** What the person left open follows the type, the category and the settings, in that order of weakness. */
async function withDefaults(
  work: UnitOfWork,
  said: Partial<ProductRecord>,
  references: References,
): Promise<ProductRecord> {
  const { category, taxRate } = references
  const behaviour = behaviours[said.productType ?? 'PRODUCT']
  const product: ProductRecord = {
    ...emptyProduct,
    sellable: behaviour.soldByDefault,
    purchasable: behaviour.purchasable,
    unit: category?.defaultUnit ?? emptyProduct.unit,
    markupPercent: String(category?.defaultMarkupPercent ?? emptyProduct.markupPercent),
    ...(said.productType === 'BUNDLE' ? { bundlePricing: 'FIXED' } : {}),
    ...said,
  }
  // A rate that a person typed outweighs the one that the category would have given.
  if (taxRate && (said.vatRateId || said.vatRate === undefined)) return withTaxRate(product, taxRate, said.vatRate)
  return said.vatRate === undefined ? { ...product, vatRate: await defaultVatRate(work, references) } : product
}

function firstPrices(product: ProductRecord, told: { price: boolean; cost: boolean }): PriceChange[] {
  const all: Array<[PriceChange['field'], bigint | null]> = [
    ['PRICE', told.price ? product.price : null],
    ['COST', told.cost ? product.cost : null],
    ['PURCHASE_PRICE', product.purchasePrice],
  ]
  return all.flatMap(([field, newValue]) => (newValue === null ? [] : [{ field, oldValue: null, newValue }]))
}
