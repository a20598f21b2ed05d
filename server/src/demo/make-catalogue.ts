import type { CreateProductBody } from '@prometric/contracts/products'
import { adjustStock } from '../modules/inventory/operations/adjust-stock.js'
import { defaultWarehouse } from '../modules/inventory/public.js'
import { createSupplier } from '../modules/procurement/operations/keep-supplier.js'
import { createBom } from '../modules/production/operations/create-bom.js'
import { createCategory } from '../modules/products/operations/create-category.js'
import { createProduct } from '../modules/products/operations/create-product.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import type { BoughtRow, Catalogue, MadeRow } from './catalogue-rows.js'
import type { SeededRandom } from './seeded-random.js'
import type { Shop } from './shop.js'
import { someBin, somePhone } from './state-numbers.js'

/** What an hour at the machines costs, in tenge. */
const laborRate = 4200

/** Writes a catalogue down: who supplies, what is bought, made and sold, and what lies on the shelves on the first day. */
export async function makeCatalogue(shop: Shop, catalogue: Catalogue, random: SeededRandom): Promise<number> {
  const { suppliers, materials, goods, made, services, digital, bundles } = catalogue
  const categories = new Map<string, string>()
  const keep = async (work: UnitOfWork, code: string, body: Omit<CreateProductBody, 'code'>, category: string) => {
    const categoryId = categories.get(category)
    shop.products.set(code, await createProduct(work, { ...body, code, ...(categoryId && { categoryId }) }))
  }
  await shop.act('owner', async (work) => {
    for (const [i, [code, name, kk]] of catalogue.categories.entries()) {
      categories.set(
        code,
        await createCategory(work, { name, code, nameTranslations: { ru: name, kk }, sortOrder: i + 1 }),
      )
    }
    for (const { key, name, city, leadTimeDays } of suppliers) {
      const phone = somePhone(random)
      shop.suppliers.set(
        key,
        await createSupplier(work, {
          name,
          bin: someBin(random),
          vatPayer: true,
          phone,
          leadTimeDays,
          paymentTerms: 'NET_15',
          rating: random.between(38, 50) / 10,
          address: { city, country: 'KZ' },
        }),
      )
    }
    shop.warehouseId = await defaultWarehouse(work)
  })
  await shop.act('owner', async (work) => {
    for (const row of [...materials, ...goods]) await keep(work, row.code, boughtProduct(shop, row), row.category)
    for (const { code, name, unit, price } of services)
      await keep(work, code, { name, productType: 'SERVICE', unit, price }, 'SRV')
    for (const { code, name, price, kind, description } of digital) {
      await keep(work, code, { name, productType: 'DIGITAL', price, description, digitalKind: kind }, 'DIG')
    }
  })
  await shop.act('owner', async (work) => {
    for (const row of [...materials, ...goods]) await layOnShelf(work, shop, row, row.purchasePrice)
  })
  await shop.act('owner', async (work) => {
    for (const row of made) await keep(work, row.code, madeProduct(row, catalogue), row.category)
    for (const row of made) await createBom(work, billOf(shop, row))
    for (const row of made) await layOnShelf(work, shop, row, costOf(row, catalogue))
    for (const { code, name, price, description, parts } of bundles) {
      const bundleItems = parts.map(([part, quantity], i) => ({
        componentId: shop.productId(part),
        quantity,
        sortOrder: i + 1,
      }))
      await keep(
        work,
        code,
        { name, productType: 'BUNDLE', unit: 'компл', price, description, bundlePricing: 'FIXED', bundleItems },
        'BND',
      )
    }
  })
  return shop.products.size
}

function boughtProduct(shop: Shop, row: BoughtRow): Omit<CreateProductBody, 'code'> {
  const { name, unit, purchasePrice, price, weight, supplier, reorder, batch } = row
  const isMaterial = price === undefined
  return {
    name,
    unit,
    purchasePrice,
    weight,
    productType: isMaterial ? 'MATERIAL' : 'PRODUCT',
    ...(isMaterial ? {} : { price }),
    primarySupplierId: shop.suppliers.get(supplier)!,
    minStockLevel: Math.floor(reorder / 2),
    reorderPoint: reorder,
    maxStockLevel: reorder + batch,
    reorderQuantity: batch,
  }
}

function madeProduct(row: MadeRow, catalogue: Catalogue): Omit<CreateProductBody, 'code'> {
  const { name, price, weight, reorder, batch, minutes } = row
  return {
    name,
    price,
    weight,
    productType: 'MANUFACTURED',
    materialCost: materialCost(row, catalogue),
    laborCost: workCost(row),
    productionTimeMinutes: minutes,
    minStockLevel: Math.floor(reorder / 2),
    reorderPoint: reorder,
    maxStockLevel: reorder + batch,
    reorderQuantity: batch,
  }
}

function billOf(shop: Shop, { code, name, minutes, parts }: MadeRow) {
  const cutting = Math.round(minutes * 0.35)
  return {
    productId: shop.productId(code),
    name: `${name}: основная`,
    activate: true,
    leadTimeDays: 3,
    productionTimeMinutes: minutes,
    components: parts.map(([part, quantityPerUnit]) => ({ componentId: shop.productId(part), quantityPerUnit })),
    operations: [
      { name: 'Резка и гибка', runMinutesPerUnit: cutting, laborRate },
      { name: 'Сварка и сборка', runMinutesPerUnit: Math.round(minutes * 0.4), laborRate },
      {
        name: 'Покраска и упаковка',
        runMinutesPerUnit: minutes - cutting - Math.round(minutes * 0.4),
        laborRate,
        isQualityGate: true,
      },
    ],
  }
}

async function layOnShelf(
  work: UnitOfWork,
  shop: Shop,
  { code, opening }: { code: string; opening: number },
  unitCost: number,
): Promise<void> {
  if (opening === 0) return
  await adjustStock(work, {
    warehouseId: shop.warehouseId,
    productId: shop.productId(code),
    adjustment: opening,
    reason: 'OPENING_BALANCE',
    unitCost,
    notes: 'Ввод остатков',
  })
}

const workCost = ({ minutes }: MadeRow) => (minutes * laborRate) / 60

function materialCost({ parts }: MadeRow, catalogue: Catalogue): number {
  const cost = parts.reduce((sum, [part, quantity]) => {
    const bought = [...catalogue.materials, ...catalogue.goods].find((row) => row.code === part)
    const made = catalogue.made.find((row) => row.code === part)
    return sum + quantity * (bought ? bought.purchasePrice : costOf(made!, catalogue))
  }, 0)
  return Math.round(cost * 100) / 100
}

/** Material, work and the usual twenty per cent of overhead, as the bill will say. */
const costOf = (row: MadeRow, catalogue: Catalogue): number =>
  Math.round((materialCost(row, catalogue) + workCost(row)) * 120) / 100
