import { expect } from 'vitest'
import { brokenInvariants } from '../../src/invariants/broken-invariants.js'
import { castOf, ok } from './cast.js'
import type { Answer, Client } from './client.js'
import type { Company } from './company.js'

type Loose = ReturnType<typeof JSON.parse>

/** What scenarios of cancellation need: an order to cancel, the ways to it, and what stands afterwards. */
export function cancelling(company: Company) {
  const { owner, sql } = company
  const cast = castOf(company)

  const win = async (dealId: string): Promise<Loose> => ok(await owner.post(`/deals/${dealId}/win`, {})).data
  const sell = async (
    lines: ReadonlyArray<readonly [productId: string, quantity: number, more?: Record<string, unknown>]>,
    customer: Record<string, unknown> = {},
    more: Record<string, unknown> = {},
  ): Promise<{ orderId: string; dealId: string; customerId: string; won: Loose }> => {
    const buyer = await cast.customer(customer)
    const deal = await cast.deal(buyer.id, lines, more)
    const won = await win(deal.id)
    return { orderId: won.order.id, dealId: deal.id, customerId: buyer.id, won }
  }
  const orderOf = async (id: string): Promise<Loose> => ok(await owner.get(`/orders/${id}?include=items,history`)).data
  const itemOf = async (orderId: string, productId: string): Promise<Loose> =>
    (await orderOf(orderId)).items.find((item: Loose) => item.productId === productId)
  const preview = (orderId: string, body: Record<string, unknown> = {}): Promise<Answer> =>
    owner.post(`/orders/${orderId}/cancel/preview`, body)
  const cancel = (orderId: string, body: Record<string, unknown> = {}, client: Client = owner): Promise<Answer> =>
    client.post(`/orders/${orderId}/cancel`, { reason: 'Клиент передумал', ...body })
  const planOf = async (orderId: string, body: Record<string, unknown> = {}): Promise<Loose> =>
    ok(await preview(orderId, body)).data
  /** The effects on documents of one type, without what a test rarely asks of them. */
  const effectsOn = (plan: Loose, type: string): Loose[] =>
    plan.effects
      .filter((effect: Loose) => effect.document.type === type)
      .map(({ action, quantity, amount }: Loose) => ({ action, quantity, amount }))
  const stockOf = async (productId: string) =>
    (
      await sql<{ quantity: number; reserved: number }>(
        `select coalesce(sum(quantity), 0)::float8 as quantity, coalesce(sum(reserved_quantity), 0)::float8 as reserved from inventory_items where product_id = $1`,
        [productId],
      )
    )[0]!
  const moneyOf = async (customerId: string) =>
    (
      await sql<{ balance: number; ledger: number }>(
        `select c.balance::float8 / 100 as balance, (select coalesce(sum(debit - credit), 0)::float8 / 100 from customer_ledger_entries e where e.party_id = c.id) as ledger
         from customers c where c.id = $1`,
        [customerId],
      )
    )[0]!
  const invoicesOf = (orderId: string) =>
    sql<Loose>(
      `select type, status, invoice_number as number, total_amount::float8 / 100 as total, paid_amount::float8 / 100 as paid, credited_amount::float8 / 100 as credited,
         balance_due::float8 / 100 as due from invoices where order_id = $1 order by created_at, id`,
      [orderId],
    )
  const namesOf = async (orderId: string): Promise<string[]> =>
    (
      await sql<{ name: string }>(
        `select name from outbox_events where payload->>'orderId' = $1 or payload->>'salesOrderId' = $1 order by pos`,
        [orderId],
      )
    ).map((event) => event.name)
  /** The books are sound, and nobody gave up hearing. */
  const sound = async (): Promise<void> => {
    await company.settle()
    expect(await brokenInvariants(sql)).toEqual([])
    expect(await sql(`select event_name, last_error from event_deliveries where state <> 'DONE'`)).toEqual([])
  }

  return {
    ...cast,
    win,
    sell,
    orderOf,
    itemOf,
    preview,
    planOf,
    cancel,
    effectsOn,
    stockOf,
    moneyOf,
    invoicesOf,
    namesOf,
    sound,
  }
}
