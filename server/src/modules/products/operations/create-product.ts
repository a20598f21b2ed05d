import type { CreateProductBody } from '@prometric/contracts/products'
import { newId } from '../../../kernel/ids.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { productEvent } from '../events.js'
import { calculated } from '../manufactured-cost.js'
import { recordPrices, type PriceChange } from '../price-history.js'
import { nextProductCode } from '../product-code.js'
import { lookAtReferences, type References } from '../product-references.js'
import { emptyProduct, type ProductRecord, saidBy } from '../product.record.js'
import { behaviours, checkComplete, checkProduct } from '../product.rules.js'
import { withVat } from '../product.vat.js'
import { insertProduct, withKeys } from '../product.table.js'
import { checkItemsAllowed, setBundleItems } from './set-bundle-items.js'

/** Adds a product to the catalogue. A draft may be incomplete; an active product has what its type demands. */
export async function createProduct(work: UnitOfWork, body: CreateProductBody): Promise<string> {
  const said = saidBy(body)
  const { bundleItems = [] } = body
  const references = await lookAtReferences(work, said)
  const defaults = withDefaults(said, references)
  const cost = calculated(defaults)
  const priced = { ...defaults, cost: cost?.cost ?? defaults.cost, price: said.price ?? cost?.price ?? 0n }
  checkProduct(priced)
  checkItemsAllowed(priced.productType, bundleItems)
  const told = {
    price: said.price !== undefined || cost !== undefined,
    cost: said.cost !== undefined || cost !== undefined,
  }
  checkComplete(priced, { ...told, bundleItems: bundleItems.some((item) => !item.isOptional), activeBom: false })

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
function withDefaults(said: Partial<ProductRecord>, { category, vat }: References): ProductRecord {
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
  // A rate that a person named or typed outweighs the one that the category would have given.
  const silent = said.vatRate === undefined && said.vatRateId === undefined
  return withVat(product, silent ? { vatRateId: category?.defaultVatRateId ?? null } : said, vat)
}

function firstPrices(product: ProductRecord, told: { price: boolean; cost: boolean }): PriceChange[] {
  const all: Array<[PriceChange['field'], bigint | null]> = [
    ['PRICE', told.price ? product.price : null],
    ['COST', told.cost ? product.cost : null],
    ['PURCHASE_PRICE', product.purchasePrice],
  ]
  return all.flatMap(([field, newValue]) => (newValue === null ? [] : [{ field, oldValue: null, newValue }]))
}
