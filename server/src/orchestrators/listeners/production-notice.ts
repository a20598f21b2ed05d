import type { EventPayload } from '@prometric/contracts/events'
import { amountText } from '@prometric/contracts/hold-labels'
import { Money } from '../../kernel/money.js'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { tell } from './recipients.js'

interface Made {
  readonly number: string
  readonly product: string
  readonly unit: string
  readonly planned: bigint | null
  readonly actual: bigint
  readonly orderNumber: string | null
  readonly rep: string | null
}

/** From so many per cent above the plan on, the cost is worth a look. */
const overrunFrom = 10

const words: Readonly<
  Record<Language, { made: (order: string) => string; dear: (number: string, percent: number) => string }>
> = {
  ru: {
    made: (order) => `Изготовлено для заказа ${order}`,
    dear: (number, percent) => `${number} обошлось на ${percent} % дороже плана`,
  },
  kk: {
    made: (order) => `${order} тапсырысы үшін дайындалды`,
    dear: (number, percent) => `${number} жоспардан ${percent} % қымбатқа түсті`,
  },
  en: {
    made: (order) => `Made for order ${order}`,
    dear: (number, percent) => `${number} cost ${percent} % more than planned`,
  },
}

/** The seller hears that what was made for the order is in stock; those who see costs, that it came dearer than planned. */
export const productionNotice: InlineListener = {
  name: 'production-notice',
  async hear(work, event) {
    const { productionOrderId, salesOrderId, quantity } = event.payload as EventPayload<'production.completed'>
    const made = await work.row<Made>(whatWasMade, [work.workspaceId, productionOrderId])
    if (!made) return
    const about = { category: 'PRODUCTION' as const, data: { productionOrderId, salesOrderId } }
    if (made.orderNumber)
      await tell(work, { employeeIds: [made.rep], except: event.actorId }, (language) => ({
        ...about,
        code: 'PRODUCTION_COMPLETED',
        type: 'SUCCESS',
        title: words[language].made(made.orderNumber!),
        message: `${made.product}: ${quantity} ${made.unit}`,
        link: `/orders/${salesOrderId}`,
        dedupeKey: `production.completed:${productionOrderId}`,
      }))
    const percent = overrun(made)
    if (percent < overrunFrom) return
    await tell(work, { permission: 'COST_VIEW' }, (language) => {
      const cost = (amount: bigint) => amountText(language, Money.of(amount).toNumber())
      return {
        ...about,
        code: 'PRODUCTION_COST_OVERRUN',
        type: 'WARNING',
        title: words[language].dear(made.number, percent),
        message: `${made.product}: ${cost(made.actual)} / ${cost(made.planned!)}`,
        link: `/production/${productionOrderId}`,
        dedupeKey: `production.cost:${productionOrderId}`,
      }
    })
  },
}

const overrun = ({ planned, actual }: Made) => (planned ? Number(((actual - planned) * 100n) / planned) : 0)

const whatWasMade = sql`
  select p.order_number as number, p.product_name as product, p.unit_of_measure as unit, p.estimated_cost as planned, coalesce(p.actual_cost, 0) as actual,
    o.order_number as "orderNumber", o.sales_rep_id as rep
  from app.production_orders p left join app.orders o on o.workspace_id = $1 and o.id = p.sales_order_id
  where p.workspace_id = $1 and p.id = $2`
