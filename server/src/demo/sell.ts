import { Money } from '../kernel/money.js'
import { addActivity } from '../modules/deals/operations/record-activity.js'
import { changeStage } from '../modules/deals/operations/change-stage.js'
import { createDeal } from '../modules/deals/operations/create-deal.js'
import { loseDeal } from '../modules/deals/operations/lose-deal.js'
import { winDeal } from '../modules/deals/operations/win-deal.js'
import { receivePayment } from '../orchestrators/payment-processing.js'
import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import type { Agenda } from './agenda.js'
import type { DealPlan } from './deal-plans.js'
import { repOf } from './make-customers.js'
import type { SeededRandom } from './seeded-random.js'
import type { Shop } from './shop.js'

const firstSteps = [
  'Позвонить и уточнить размеры',
  'Согласовать расстановку',
  'Обсудить сроки поставки',
  'Отправить образцы покраски',
] as const
const nextSteps = ['Перезвонить после совещания', 'Встреча на объекте', 'Обсудить договор', 'Уточнить бюджет'] as const

/** Opens a planned deal today and puts the rest of its life on the agenda. */
export async function openDeal(shop: Shop, agenda: Agenda, plan: DealPlan, random: SeededRandom): Promise<void> {
  const customerId = shop.customers[plan.customer]!
  const rep = repOf(plan.customer)
  const { id: dealId } = await shop.act(rep, (work) =>
    createDeal(work, {
      title: plan.title,
      customerId,
      expectedCloseDate: shop.clock.inDays(random.between(14, 45), 12).slice(0, 10),
      priority: random.pick(['LOW', 'MEDIUM', 'MEDIUM', 'MEDIUM', 'HIGH'] as const),
      ...(plan.discount > 0 ? { discount: plan.discount } : {}),
      products: plan.lines.map(({ code, quantity }) => ({ productId: shop.productId(code), quantity })),
    }),
  )
  for (const { on, to } of plan.moves)
    agenda.on(on, () => shop.act(rep, (work) => changeStage(work, { dealId, stage: to })))
  const { end } = plan
  if (!end) {
    const scheduledAt = shop.clock.inDays(
      random.between(agenda.daysLeft + 1, agenda.daysLeft + 12),
      random.between(9, 17),
    )
    agenda.onLastDay(() => planNextStep(shop, dealId, plan, { scheduledAt, random }))
  } else if (end.lost)
    agenda.on(end.on, () => shop.act(rep, (work) => loseDeal(work, { dealId, lostReason: end.lost })))
  else agenda.on(end.on, () => win(shop, agenda, dealId, plan))
}

/** What is open at the end has been talked about, and has a next step in the calendar. */
async function planNextStep(
  shop: Shop,
  dealId: string,
  plan: DealPlan,
  { scheduledAt, random }: { scheduledAt: string; random: SeededRandom },
): Promise<void> {
  await shop.act(repOf(plan.customer), async (work) => {
    await addActivity(work, dealId, {
      type: 'CALL',
      subject: random.pick(firstSteps),
      completedAt: work.now.toISOString(),
      durationMinutes: random.between(5, 40),
    })
    await addActivity(work, dealId, {
      type: random.pick(['CALL', 'MEETING', 'FOLLOW_UP'] as const),
      subject: random.pick(nextSteps),
      scheduledAt,
    })
  })
}

interface Debt {
  readonly orderId: string
  readonly total: bigint
  readonly paymentTerms: string
  readonly prepaymentPercent: number
}

/** Everything a won deal owes happens in its own transaction; the customer's money comes when it is his way. */
async function win(shop: Shop, agenda: Agenda, dealId: string, plan: DealPlan): Promise<void> {
  const debt = await shop.act(repOf(plan.customer), async (work) => {
    await winDeal(work, { dealId })
    await work.settle()
    return (await work.row<Debt>(debtOf, [work.workspaceId, dealId]))!
  })
  const due = { PREPAYMENT: 3, IMMEDIATE: 4, NET_15: 15, NET_30: 30 }[debt.paymentTerms] ?? 30
  const isAdvance = debt.paymentTerms === 'PREPAYMENT'
  if (plan.paysAfter === 'NEVER') return
  const paysIn = Math.max(1, due + plan.paysAfter)
  const first = isAdvance
    ? (debt.total * BigInt(debt.prepaymentPercent) + 99n) / 100n
    : plan.inParts
      ? (debt.total / 200n) * 100n
      : debt.total
  agenda.inDays(paysIn, () => pay(shop, debt.orderId, first))
  if (first < debt.total) agenda.inDays(paysIn + 12, () => pay(shop, debt.orderId, debt.total - first))
}

async function pay(shop: Shop, orderId: string, tiyn: bigint): Promise<void> {
  await shop.act('accountant', (work: UnitOfWork) =>
    receivePayment(work, {
      amount: Money.of(tiyn),
      method: tiyn < 30_000_000n ? 'KASPI' : 'TRANSFER',
      orderId,
      autoAllocate: false,
      acceptAdvance: false,
    }),
  )
}

const debtOf = sql`
  select o.id as "orderId", o.total_amount as total, o.payment_terms as "paymentTerms", c.prepayment_percent::float8 as "prepaymentPercent"
  from app.orders o join app.customers c on c.workspace_id = $1 and c.id = o.customer_id where o.workspace_id = $1 and o.deal_id = $2`
