import type { Answer } from './client.js'
import type { Company } from './company.js'
import { someBin } from './bin.js'

type Stage = Pick<Company, 'owner' | 'sql' | 'workspaceId'>

/** What a furniture maker sells, and one who buys it. Every call must succeed: a cast that stumbles is a failed test. */
export function castOf(company: Stage) {
  const { owner } = company
  let number = 0
  const code = (prefix: string) => `${prefix}-${String(++number).padStart(3, '0')}`

  async function product(
    productType: string,
    name: string,
    more: Record<string, unknown> = {},
  ): Promise<{ id: string; code: string }> {
    const needs: Record<string, Record<string, unknown>> = {
      PRODUCT: { purchasePrice: 6000 },
      MATERIAL: { purchasePrice: 500, weight: 1 },
      SERVICE: {},
      DIGITAL: { description: name, digitalKind: 'LICENSE' },
      BUNDLE: { description: name, bundlePricing: 'FIXED' },
      MANUFACTURED: { materialCost: 20000, laborCost: 10000 },
    }
    return ok(
      await owner.post('/products', {
        name,
        code: code(productType.slice(0, 3)),
        productType,
        price: 10000,
        ...needs[productType],
        ...more,
      }),
    ).data
  }

  async function bom(
    productId: string,
    components: ReadonlyArray<{ componentId: string; quantityPerUnit: number }>,
  ): Promise<void> {
    ok(await owner.post('/operations/production/boms', { productId, name: 'Основная', components, activate: true }))
  }

  async function stock(productId: string, quantity: number): Promise<void> {
    ok(
      await owner.post('/operations/warehouse/inventory/adjust', {
        warehouseId: await mainWarehouse(company),
        productId,
        adjustment: quantity,
        reason: 'OPENING_BALANCE',
        unitCost: 5000,
      }),
    )
  }

  async function customer(more: Record<string, unknown> = {}): Promise<{ id: string }> {
    return ok(
      await owner.post('/customers', {
        name: 'ТОО «Сарыарқа»',
        type: 'COMPANY',
        bin: someBin(),
        phone: `+7701${String(1000000 + Math.floor(Math.random() * 8999999))}`,
        ignoreDuplicates: true,
        addresses: [
          {
            type: 'SHIPPING',
            street: 'Бухар-Жырау',
            building: '1',
            city: 'Караганда',
            isPrimary: true,
            isDefaultShipping: true,
          },
        ],
        ...more,
      }),
    ).data
  }

  async function deal(
    customerId: string,
    lines: ReadonlyArray<readonly [productId: string, quantity: number, more?: Record<string, unknown>]>,
    more: Record<string, unknown> = {},
  ) {
    const products = lines.map(([productId, quantity, extra]) => ({ productId, quantity, ...extra }))
    return ok(await owner.post('/deals', { title: 'Мебель для склада', customerId, products, ...more })).data as {
      id: string
      version: number
      value: number
    }
  }

  /** Picks what waits for it. */
  async function pick(orderId: string): Promise<void> {
    const lists = '/operations/warehouse/picking-orders'
    for (const { id } of ok(await owner.get(`${lists}?orderId=${orderId}&status=DRAFT`)).data)
      ok(await owner.post(`${lists}/${id}/complete`, {}))
  }

  return { product, bom, stock, customer, deal, pick }
}

/** Where goods come and go when nobody says otherwise. */
export async function mainWarehouse({ sql, workspaceId }: Stage): Promise<string> {
  const [row] = await sql<{ id: string }>('select id from warehouses where workspace_id = $1 and is_default', [
    workspaceId,
  ])
  return row!.id
}

/** The answer, when it is a success. */
export function ok(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.error)}`)
  return answer
}
