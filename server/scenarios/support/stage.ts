import { newId } from '../../src/kernel/ids.js'
import { Quantity } from '../../src/kernel/quantity.js'
import { UnitPrice } from '../../src/kernel/unit-price.js'
import { createCustomer } from '../../src/modules/customers/operations/create-customer.js'
import { createDeal } from '../../src/modules/deals/operations/create-deal.js'
import { postMovements } from '../../src/modules/inventory/operations/post-movements.js'
import { createSupplier } from '../../src/modules/procurement/operations/keep-supplier.js'
import { createBom } from '../../src/modules/production/operations/create-bom.js'
import { createProduct } from '../../src/modules/products/operations/create-product.js'
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js'
import { mainWarehouse } from './cast.js'
import type { Company } from './company.js'
import { type CaseProduct, type DealCase, suppliers } from './random-deals.js'

/** Puts the cases of a run on the stage: shared goods once, then each deal with what is its own. */
export async function stageOf(company: Company, shared: readonly CaseProduct[]) {
  const warehouseId = await mainWarehouse(company)
  const ids = new Map<string, string>()
  const supplierIds = new Map<string, string>()
  await company.database.run(company.tenant(), async (work) => {
    for (const name of suppliers) supplierIds.set(name, await createSupplier(work, { name }))
    for (const product of shared) ids.set(product.key, await put(work, product, ids, supplierIds))
  })

  /** Writes everything that a deal needs, and the deal, in one transaction; answers its id. */
  const stage = async (one: DealCase, customerId?: string): Promise<string> =>
    company.database.run(company.tenant(), async (work) => {
      for (const product of one.own) ids.set(product.key, await put(work, product, ids, supplierIds))
      const stocked = one.own.filter((product) => product.stock > 0n)
      await postMovements(
        work,
        stocked.map((product) => ({
          type: 'RECEIPT',
          warehouseId,
          productId: ids.get(product.key)!,
          quantity: Quantity.of(product.stock),
          unitCost: UnitPrice.parse(10),
          referenceType: 'MANUAL',
          referenceId: null,
          idempotencyKey: newId(),
        })),
      )
      const { id } = await createDeal(work, {
        title: `Сделка ${one.name}`,
        customerId: customerId ?? (await buyer(work, one)),
        products: one.lines.map((line) => ({
          productId: ids.get(line.product)!,
          quantity: decimal(line.quantity, 6),
          unitPrice: decimal(line.unitPrice, 4),
          priceIncludesVat: line.priceIncludesVat,
          vatRate: decimal(line.vatRate, 4),
          discount: decimal(line.discount, 4),
          discountType: line.discountType,
        })),
        ...(one.discount ? { discount: decimal(one.discount.value, 4), discountType: one.discount.type } : {}),
        ...(one.termsOfDeal ? { paymentTerms: one.terms as 'NET_30' } : {}),
      })
      return id
    })
  return { stage, ids }
}

/** All cases of a run at once, with nothing left to be heard of them: the deal of each. */
export async function stageAll(
  company: Company,
  deals: readonly DealCase[],
  shared: readonly CaseProduct[],
): Promise<Map<DealCase, string>> {
  const { stage } = await stageOf(company, shared)
  const ids = new Map<DealCase, string>()
  for (const deal of deals) ids.set(deal, await stage(deal))
  await company.settle()
  return ids
}

/** The customer of a case. */
export async function buyer(work: UnitOfWork, one: DealCase): Promise<string> {
  const { id } = await createCustomer(work, {
    name: `Покупатель ${one.name}`,
    type: 'COMPANY',
    email: `${one.name.toLowerCase()}@example.kz`,
    ignoreDuplicates: true,
    status: one.customerStatus,
    ...(one.customerStatus === 'ACTIVE' ? { reason: 'давний клиент' } : {}),
    creditPolicy: one.customer.creditPolicy,
    creditLimit: decimal(one.customer.creditLimit, 2),
    prepaymentPercent: decimal(one.customer.prepaymentPercent, 4),
    paymentTerms: (one.termsOfDeal ? 'NET_60' : one.terms) as 'NET_30',
    addresses: one.hasAddress
      ? [{ type: 'SHIPPING', street: 'Абая', building: '1', city: 'Алматы', isPrimary: true, isDefaultShipping: true }]
      : [],
  })
  return id
}

async function put(
  work: UnitOfWork,
  product: CaseProduct,
  ids: ReadonlyMap<string, string>,
  supplierIds: ReadonlyMap<string, string>,
): Promise<string> {
  const needs: Record<string, object> = {
    PRODUCT: { purchasePrice: 60 },
    MATERIAL: { purchasePrice: 50, weight: 1, sellable: true },
    SERVICE: {},
    DIGITAL: { description: 'ключ', digitalKind: 'LICENSE' },
    BUNDLE: { description: 'набор', bundlePricing: 'FIXED' },
    MANUFACTURED: { materialCost: 20, laborCost: 10 },
  }
  const id = await createProduct(work, {
    name: `Товар ${product.key}`,
    code: product.key,
    productType: product.type,
    unit: product.unit,
    price: decimal(product.price, 4),
    vatRate: decimal(product.vatRate, 4),
    vatIncluded: product.vatIncluded,
    vatExempt: product.vatExempt,
    ...needs[product.type],
    ...(product.supplier ? { primarySupplierId: supplierIds.get(product.supplier)! } : {}),
    ...(product.type === 'BUNDLE'
      ? {
          bundleItems: product.parts.map((part) => ({
            componentId: ids.get(part.product)!,
            quantity: decimal(part.quantity, 6),
          })),
        }
      : {}),
  })
  if (product.bom) {
    const { output, scrap, components } = product.bom
    await createBom(work, {
      productId: id,
      name: 'Основная',
      quantity: decimal(output, 6),
      scrapPercent: decimal(scrap, 4),
      activate: true,
      components: components.map((one) => ({
        componentId: ids.get(one.product)!,
        quantityPerUnit: decimal(one.per, 6),
        scrapFactor: decimal(one.scrap, 4),
      })),
    })
  }
  return id
}

/** A scaled whole number as decimal text. */
export function decimal(units: bigint, scale: number): string {
  const digits = units.toString().padStart(scale + 1, '0')
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
