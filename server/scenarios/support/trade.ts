import { newId } from '../../src/kernel/ids.js'
import { Quantity } from '../../src/kernel/quantity.js'
import { UnitPrice } from '../../src/kernel/unit-price.js'
import { postMovements } from '../../src/modules/inventory/operations/post-movements.js'
import { mainWarehouse, ok } from './cast.js'
import type { Answer } from './client.js'
import type { Company } from './company.js'

/** What a scenario about selling needs before it begins, made through the API where there is one. */
export function tradeOf(company: Company) {
  const { owner, sql } = company
  const expectDone = (answer: Answer) => ok(answer).data
  const stocked = async (productId: string, quantity: number, unitCost: number) => {
    const warehouseId = await mainWarehouse(company)
    await company.database.run(company.tenant(), (work) =>
      postMovements(work, [
        {
          type: 'RECEIPT',
          warehouseId,
          productId,
          quantity: Quantity.parse(quantity),
          unitCost: UnitPrice.parse(unitCost),
          referenceType: 'MANUAL',
          referenceId: null,
          idempotencyKey: newId(),
        },
      ]),
    )
  }
  return {
    stocked,
    customer: async (fields: Record<string, unknown> = {}): Promise<string> =>
      expectDone(
        await owner.post('/customers', {
          name: `ТОО «Покупатель ${newId().slice(-6)}»`,
          type: 'COMPANY',
          email: `buyer-${newId().slice(-8)}@example.kz`,
          paymentTerms: 'NET_30',
          ...fields,
        }),
      ).id,
    product: async (
      fields: Record<string, unknown> = {},
      stock?: { quantity: number; unitCost: number },
    ): Promise<string> => {
      const product = expectDone(
        await owner.post('/products', {
          name: `Стол ${newId().slice(-6)}`,
          code: `P-${newId().slice(-8)}`,
          productType: 'PRODUCT',
          status: 'ACTIVE',
          price: 1000,
          vatIncluded: false,
          ...(fields.productType ? {} : { purchasePrice: 600 }),
          ...fields,
        }),
      )
      if (stock) await stocked(product.id, stock.quantity, stock.unitCost)
      return product.id
    },
    /** An order accepted at once; its answer is the card. */
    order: async (body: Record<string, unknown>) =>
      expectDone(await owner.post('/orders', { deliveryAddress: { street: 'Абая', city: 'Алматы' }, ...body })),
    card: async (orderId: string) => expectDone(await owner.get(`/orders/${orderId}?include=items,history`)),
    pickAll: async (orderId: string) => {
      const open = await sql<{ id: string }>(
        `select id from picking_orders where order_id = $1 and status in ('DRAFT', 'ASSIGNED', 'IN_PROGRESS') order by id`,
        [orderId],
      )
      for (const { id } of open) expectDone(await owner.post(`/operations/warehouse/picking-orders/${id}/complete`, {}))
      return open.length
    },
    balance: async (customerId: string) => {
      const [row] = await sql<{ balance: bigint; ledger: bigint }>(
        `select c.balance, (select coalesce(sum(debit - credit), 0)::bigint from customer_ledger_entries e where e.party_id = c.id) as ledger from customers c where c.id = $1`,
        [customerId],
      )
      return row!
    },
    events: async (...names: string[]) =>
      (
        await sql<{ name: string }>(
          'select name from outbox_events where workspace_id = $1 and name = any($2::text[]) order by pos',
          [company.workspaceId, names],
        )
      ).map((event) => event.name),
  }
}
