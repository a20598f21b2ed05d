import { expect } from 'vitest'
import type { Client } from './client.js'
import { type Company, openCompany } from './company.js'

/** A company that sells chairs and cable to Алтын, with a head of sales, and short words for what its deals need. */
export async function openSalesDesk() {
  const company = await openCompany()
  const sales = await company.as('SALES_MANAGER')
  let customers = 0
  const customerCalled = async (name: string): Promise<string> => {
    const email = `buyer-${++customers}@example.kz`
    return (await made(company.owner, '/customers', { type: 'COMPANY', name, companyName: `ТОО «${name}»`, email })).id
  }
  const product = async (body: object): Promise<string> => (await made(company.owner, '/products', body)).id
  const altyn = await customerCalled('Алтын')
  // 112 ₸ with VAT inside is 100 ₸ without it; the cable is priced without VAT.
  const chair = await product({ name: 'Стул', code: 'CHAIR', price: 112, cost: 60, purchasePrice: 60, minPrice: 100 })
  const cable = await product({
    name: 'Кабель',
    code: 'CABLE',
    price: 100,
    cost: 40,
    purchasePrice: 40,
    vatIncluded: false,
    unit: 'м',
  })
  const deal = (more: object = {}, client: Client = sales) =>
    made(client, '/deals', { title: 'Мебель для офиса', customerId: altyn, value: 1000, ...more })
  const withLines = (more: object = {}, client?: Client) =>
    deal({ value: undefined, products: [{ productId: chair, quantity: 10 }], ...more }, client)
  return { company, sales, altyn, chair, cable, customerCalled, product, deal, withLines, ...truthOf(company) }
}

/** Sends what must succeed, and gives what was made. */
export async function made(client: Client, path: string, body: object) {
  const answer = await client.post(path, body)
  expect(answer.status, JSON.stringify(answer.error)).toBe(201)
  return answer.data
}

function truthOf({ sql }: Company) {
  const eventsOf = async (id: string): Promise<string[]> =>
    (await sql<{ name: string }>('select name from app.outbox_events where aggregate_id = $1 order by pos', [id])).map(
      ({ name }) => name,
    )
  /** A confirmed order of the deal, if it has none yet. */
  const orderFor = (dealId: string, number: string) =>
    sql(
      `insert into app.orders (organization_id, workspace_id, id, order_number, customer_id, deal_id, order_date, status, subtotal, tax_amount,
         total_amount, paid_amount, invoiced_amount)
       select d.organization_id, d.workspace_id, gen_random_uuid(), $2, d.customer_id, d.id, current_date, 'CONFIRMED', 100000, 12000, 112000, 50000, 112000
       from app.deals d where d.id = $1 and not exists (select from app.orders o where o.deal_id = d.id)`,
      [dealId, number],
    )
  return { eventsOf, orderFor }
}
