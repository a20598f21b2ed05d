import type { CustomerStatus } from '@prometric/contracts/customers'
import { Money } from '../kernel/money.js'
import { Quantity } from '../kernel/quantity.js'
import { UnitPrice } from '../kernel/unit-price.js'
import { activateOnPurchase } from '../modules/customers/operations/activate-on-purchase.js'
import { insertOrder } from '../modules/orders/operations/insert-order.js'
import { openRecurringSchedule } from '../modules/orders/operations/open-recurring-schedule.js'
import { orderFromDeal } from '../modules/orders/operations/order-from-deal.js'
import { priceDocument } from '../modules/pricing/public.js'
import { dealServiceOf } from '../modules/products/public.js'
import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { orchestrator } from '../platform/orchestration/orchestrator.js'
import { winKey } from './queries/placed-order.js'

interface WonDeal {
  readonly id: string
  readonly sourceKey: string
  readonly title: string
  readonly value: bigint
  readonly assignedTo: string | null
  readonly departmentId: string | null
  readonly paymentTerms: string
  readonly lineCount: number
  readonly onlyServices: boolean
  readonly hasBundles: boolean
  readonly isRecurring: boolean
  scheduleId: string | null
  orderId: string | null
  readonly customer: {
    readonly id: string
    status: CustomerStatus
    readonly version: number
    readonly isActive: boolean
  }
}

/** Everything that a won deal owes before the rest follows by itself: its order, its customer's new status, its schedule. */
export const dealWon = orchestrator<WonDeal>({
  name: 'deal-won',
  subject: 'deal',
  wakesOn: { 'deal.won': (event) => event.aggregateId },
  look: async (work, dealId) => {
    const row = await work.row<
      Omit<WonDeal, 'customer'> & {
        stage: string
        customerId: string
        customerStatus: CustomerStatus
        customerVersion: number
        isActive: boolean
      }
    >(look, [work.workspaceId, dealId])
    // Reopened meanwhile: there is nothing to do for a deal that is not won.
    if (!row || row.stage !== 'WON') return undefined
    return {
      ...row,
      customer: {
        id: row.customerId,
        status: row.customerStatus,
        version: row.customerVersion,
        isActive: row.isActive,
      },
    }
  },
  steps: [
    {
      name: 'create the order',
      owed: (deal) => deal.orderId === null,
      run: async (work, deal) => {
        const order = deal.lineCount > 0 ? await orderFromDeal(work, deal) : await orderOfOneService(work, deal)
        deal.orderId = order.id
        return [{ type: 'order', id: order.id, number: order.orderNumber }]
      },
    },
    {
      name: 'activate the customer',
      owed: (deal) => deal.customer.status !== 'ACTIVE',
      run: async (work, deal) => {
        await activateOnPurchase(work, { customer: deal.customer, source: 'DEAL_WON', refId: deal.id })
        deal.customer.status = 'ACTIVE'
      },
    },
    {
      name: 'open the recurring schedule',
      owed: (deal) => deal.isRecurring && deal.scheduleId === null,
      run: async (work, deal) => {
        deal.scheduleId = await openRecurringSchedule(work, { id: deal.id, orderId: deal.orderId! })
      },
    },
  ],
})

/** A deal won without lines: its whole value is one line of the system's service, VAT included. */
async function orderOfOneService(work: UnitOfWork, deal: WonDeal) {
  const service = await dealServiceOf(work)
  const line = {
    productId: service.id,
    productName: deal.title,
    productCode: service.code,
    productType: 'SERVICE',
    unit: service.unit,
    quantity: Quantity.parse(1),
    unitPrice: UnitPrice.of(deal.value * 100n),
    priceIncludesVat: true,
    discount: 0n,
    discountType: 'PERCENTAGE' as const,
    vatCategory: service.vatCategory,
    vatRate: service.vatRate,
    vatExempt: service.vatExempt,
    vatRateId: service.vatRateId,
    vatDate: service.vatDate,
    cost: null,
  }
  const header = {
    customer_id: deal.customer.id,
    deal_id: deal.id,
    source: 'DEAL',
    source_key: deal.sourceKey,
    sales_rep_id: deal.assignedTo,
    department_id: deal.departmentId,
    payment_terms: deal.paymentTerms,
    order_date: work.today,
  }
  const priced = priceDocument({ lines: [line] })
  if (priced.totalAmount.compare(Money.of(deal.value)) !== 0)
    throw new Error(`the order of deal ${deal.id} does not equal its value`)
  return insertOrder(work, header, [line], priced)
}

// From here on the system acts on behalf of whoever won; the audit is told in the same statement.
// Locks the deal, then the customer: the house's order. Stock follows in the fulfilment's own look.
const look = sql`
  with deal as (
    select * from app.deals where workspace_id = $1 and id = $2 for no key update
  ), customer as (
    select * from app.customers where workspace_id = $1 and id = (select customer_id from deal) for no key update
  )
  select set_config('app.acting', 'deal-won', true) as acting, deal.id, ${winKey('deal')} as "sourceKey", deal.title, deal.stage, deal.value, deal.assigned_to as "assignedTo",
    deal.department_id as "departmentId", coalesce(deal.payment_terms, customer.payment_terms) as "paymentTerms", deal.is_recurring as "isRecurring",
    line.count as "lineCount", line.only_services as "onlyServices", line.has_bundles as "hasBundles",
    (select o.id from app.orders o where o.workspace_id = $1 and o.source_key = ${winKey('deal')}) as "orderId",
    (select s.id from app.recurring_order_schedules s where s.workspace_id = $1 and s.deal_id = deal.id limit 1) as "scheduleId",
    customer.id as "customerId", customer.status as "customerStatus", customer.version as "customerVersion", customer.is_active as "isActive"
  from deal cross join customer
  cross join (select count(*)::int as count, coalesce(bool_and(product_type = 'SERVICE'), true) as only_services, coalesce(bool_or(product_type = 'BUNDLE'), false) as has_bundles
    from app.deal_products where workspace_id = $1 and deal_id = $2) line`
