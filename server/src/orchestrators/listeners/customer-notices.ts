import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { tell } from './recipients.js'

const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'customer.assigned': {
    ru: 'Вам передан клиент',
    kk: 'Сізге клиент берілді',
    en: 'A customer is now yours',
  },
  'customer.lead.converted': {
    ru: 'Поздравляем: лид стал клиентом',
    kk: 'Құттықтаймыз: лид клиентке айналды',
    en: 'Congratulations: a lead became a customer',
  },
}

/** Whoever looks after a customer hears that he is theirs now, unless they took him themselves, and is congratulated when a lead buys. */
export const customerNotices: InlineListener = {
  name: 'customer-notices',
  async hear(work, event) {
    const customer = await work.row<{ name: string; assignedTo: string | null }>(ofCustomer, [
      work.workspaceId,
      event.aggregateId,
    ])
    if (!customer?.assignedTo) return
    const converted = event.name === 'customer.lead.converted'
    const { newStatus } = event.payload
    await tell(work, { employeeIds: [customer.assignedTo], except: converted ? null : event.actorId }, (language) => ({
      category: 'CUSTOMER',
      code: converted ? 'LEAD_CONVERTED' : 'CUSTOMER_ASSIGNED',
      type: converted ? 'SUCCESS' : 'INFO',
      title: words[event.name]![language],
      message: customer.name,
      link: `/customers/${event.aggregateId}`,
      dedupeKey: `${event.name}:${event.id}`,
      data: { customerId: event.aggregateId, ...(converted && { newStatus }) },
    }))
  },
}

const ofCustomer = sql`
  select name, assigned_to as "assignedTo" from app.customers where workspace_id = $1 and id = $2 and deleted_at is null`
