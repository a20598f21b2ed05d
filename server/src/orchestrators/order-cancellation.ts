import type { CancellationChoiceKey, CancellationChoices } from '@prometric/contracts/cancellation'
import { Refusal } from '../kernel/refusal.js'
import { releaseReservations } from '../modules/inventory/operations/release-reservations.js'
import { ensureProforma } from '../modules/invoices/operations/ensure-invoice.js'
import { issueCreditNote } from '../modules/invoices/operations/issue-credit-note.js'
import { voidInvoice } from '../modules/invoices/operations/void-invoice.js'
import { cancelDeliveries } from '../modules/logistics/operations/cancel-deliveries.js'
import { cancelLines } from '../modules/orders/operations/cancel-lines.js'
import { recordCancellation } from '../modules/orders/operations/record-cancellation.js'
import { freeMoney } from '../modules/payments/operations/free-money.js'
import { requestRefund } from '../modules/payments/operations/request-refund.js'
import { cancelRequisitionLines } from '../modules/procurement/operations/cancel-requisition-lines.js'
import { detachProductionOrder } from '../modules/production/operations/detach-production-order.js'
import { makeLess } from '../modules/production/operations/make-less.js'
import { cancelProductionOrder } from '../modules/production/operations/move-production-order.js'
import { settleTasks } from '../modules/tasks/operations/complete-task.js'
import { openTasks } from '../modules/tasks/operations/open-tasks.js'
import { cancelPicking } from '../modules/warehouse/operations/cancel-picking.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { orchestrator, type Step } from '../platform/orchestration/orchestrator.js'
import type { DocumentRef } from '../platform/outbox/events.js'
import { type Cancellation, documentsOf, forget, owes, deedsOf } from './cancellation/cancellation.js'
import type { Deed, DeedOf } from './cancellation/effects.js'
import { endOrGoOn } from './cancellation/end-or-go-on.js'
import { type CancellationRequest, lookAtCancellation } from './cancellation/facts.js'
import { planHash, shownPlan, usualChoices } from './cancellation/shown-plan.js'
import { planCancellation } from './cancellation/plan.js'

/** What of an order somebody wants cancelled, and what he decides; all of it and the usual where he says nothing. */
export interface CancellationWish {
  readonly items?: CancellationRequest['items'] | undefined
  readonly choices?: { readonly [Key in CancellationChoiceKey]?: CancellationChoices[Key] | undefined } | undefined
}

interface CancelOrder extends CancellationWish {
  readonly orderId: string
  readonly reason: string
  /** The plan that the caller has seen; without it whatever the plan is now. */
  readonly planHash?: string | undefined
}

/** What the cancellation would do, from what stands under the locks, and the hash by which it is confirmed. */
export async function planned(work: UnitOfWork, orderId: string, { items, choices = {} }: CancellationWish) {
  const facts = await lookAtCancellation(work, orderId)
  const { startedProduction = usualChoices.startedProduction, paidMoney = usualChoices.paidMoney } = choices
  const request = { ...(items && { items }), choices: { startedProduction, paidMoney } }
  return { facts, request, plan: planCancellation(facts, request), hash: planHash(facts, request) }
}

/** Plans the cancellation from what stands under the locks, and carries that plan out, or refuses when another one was confirmed. */
export async function cancelOrderDown(work: UnitOfWork, command: CancelOrder): Promise<void> {
  const { orderId, reason } = command
  const startedAt = work.moment()
  const { facts, request, plan, hash } = await planned(work, orderId, command)
  if (command.planHash !== undefined && command.planHash !== hash)
    throw new Refusal('PLAN_CHANGED', { plan: shownPlan(work, plan, hash) })
  if (plan.effects.some(({ action }) => action === 'REFUND')) work.require('PAYMENTS_REFUND')
  const cancellation = {
    order: facts.order,
    isConfirmed: facts.order.isConfirmed,
    hadPayments: facts.order.paidAmount > 0n,
    reason,
    plan,
    left: [...plan.effects],
  }
  await recordCancellation(work, {
    orderId,
    reason,
    whole: plan.closes,
    amount: plan.amount,
    planHash: hash,
    choices: request.choices,
    effects: plan.effects.map(({ document, action, quantity, amount, note }) => ({
      document,
      action,
      quantity,
      amount,
      note,
    })),
  })
  await orderCancellation.carryOut(work, orderId, { ...cancellation, ended: false }, 'MANUAL', null, startedAt)
}

/** What was planned, in the order in which it is done: goods, work and papers first, the order, and money with its legal numbers last. */
export const orderCancellation = orchestrator<Cancellation>({
  name: 'order-cancellation',
  subject: 'order',
  // Nothing wakes it: a cancellation is somebody's wish.
  wakesOn: {},
  look: () => Promise.resolve(undefined),
  steps: [
    step('take the goods off the picking lists', 'unpick', unpick),
    step('release what was reserved', 'release', (work, { order, reason }, reservations) =>
      releaseReservations(work, { orderId: order.id, reason, reservations }),
    ),
    step('cancel the production', 'end production', async (work, { reason }, orders) => {
      for (const { productionOrderId } of orders) await cancelProductionOrder(work, productionOrderId, reason)
    }),
    step('make less', 'make less', async (work, { reason }, orders) => {
      for (const { productionOrderId, by } of orders) await makeLess(work, productionOrderId, by, reason)
    }),
    step('let the production go on for stock', 'detach production', async (work, { reason }, orders) => {
      for (const { productionOrderId } of orders) await detachProductionOrder(work, productionOrderId, reason)
    }),
    step('buy less', 'buy less', (work, { order, reason }, lines) =>
      cancelRequisitionLines(work, { orderId: order.id, reason, lines }),
    ),
    step('ask the buyer', 'ask the buyer', askTheBuyer),
    step('cancel the delivery', 'cancel delivery', (work, { order, reason }, deliveries) => {
      const ids = deliveries.map((delivery) => delivery.deliveryOrderId)
      return cancelDeliveries(work, { orderId: order.id, reason, ids })
    }),
    step('drop the tasks', 'drop task', (work, _, tasks) =>
      settleTasks(
        work,
        tasks.map((task) => task.sourceKey),
        'CANCELLED',
      ),
    ),
    step('cancel the lines', 'cancel line', async (work, cancellation, lines) => {
      const [{ shippingCost, shippingTax }] = deedsOf(cancellation, 'cancel order') as [DeedOf<'cancel order'>]
      const { isConfirmed } = cancellation
      cancellation.order = await cancelLines(work, cancellation.order, {
        lines,
        shippingCost,
        shippingTax,
        isConfirmed,
      })
    }),
    step('void the papers', 'void invoice', voidPapers),
    step('credit what was invoiced', 'credit invoice', async (work, { reason }, credits) => {
      const notes: DocumentRef[] = []
      for (const credit of credits) notes.push(await issueCreditNote(work, { ...credit, reason }))
      return notes
    }),
    step('free the money', 'free money', freeAndRefund),
    {
      name: 'end the order or let the rest go on',
      owed: ({ ended }) => !ended,
      run: async (work, cancellation) => {
        await endOrGoOn(work, cancellation)
        forget(cancellation, 'cancel order')
        cancellation.ended = true
      },
    },
  ],
})

/** One kind of deed of the plan, done by the module that owns it. */
function step<Does extends Deed['does']>(
  name: string,
  does: Does,
  run: (
    work: UnitOfWork,
    cancellation: Cancellation,
    deeds: ReadonlyArray<DeedOf<Does>>,
  ) => Promise<readonly DocumentRef[] | void>,
): Step<Cancellation> {
  return {
    name,
    owed: (cancellation) => owes(cancellation, does),
    run: async (work, cancellation) => {
      const documents = documentsOf(cancellation, does)
      const made = await run(work, cancellation, deedsOf(cancellation, does))
      forget(cancellation, does)
      return made ?? documents
    },
  }
}

async function unpick(
  work: UnitOfWork,
  { order, reason, plan }: Cancellation,
  pickings: ReadonlyArray<DeedOf<'unpick'>>,
): Promise<void> {
  await cancelPicking(work, { orderId: order.id, reason, pickings })
  const back = plan.effects.filter(({ note }) => note === 'TO_THE_SHELF')
  await openTasks(
    work,
    back.map(({ document }) => ({
      title: `Вернуть на полку: ${document.number} · ${order.orderNumber}`,
      type: 'ORDER_FULFILLMENT',
      priority: 'HIGH',
      orderId: order.id,
      customerId: order.customerId,
      relatedEntityType: 'picking_order',
      relatedEntityId: document.id,
      sourceKey: `to-the-shelf:${document.id}:${order.version}`,
    })),
  )
}

async function askTheBuyer(
  work: UnitOfWork,
  { order }: Cancellation,
  lines: ReadonlyArray<DeedOf<'ask the buyer'>>,
): Promise<readonly DocumentRef[]> {
  return openTasks(
    work,
    lines.map(({ lineId, title }) => ({
      title,
      type: 'PROCUREMENT',
      priority: 'HIGH',
      orderId: order.id,
      relatedEntityType: 'purchase_requisition_line',
      relatedEntityId: lineId,
      sourceKey: `cancel-purchase:${lineId}:${order.version}`,
    })),
  )
}

async function voidPapers(
  work: UnitOfWork,
  { order, reason }: Cancellation,
  invoices: ReadonlyArray<DeedOf<'void invoice'>>,
): Promise<void> {
  for (const { invoiceId } of invoices) await voidInvoice(work, invoiceId, reason)
  if (invoices.some(({ issuedAnew }) => issuedAnew)) work.atEnd(() => ensureProforma(work, order.id))
}

async function freeAndRefund(
  work: UnitOfWork,
  { order, plan, reason }: Cancellation,
  payments: ReadonlyArray<DeedOf<'free money'>>,
): Promise<readonly DocumentRef[]> {
  await freeMoney(work, order.id, payments)
  const asked: DocumentRef[] = []
  for (const { paymentId, refund, method } of payments) {
    if (!refund) continue
    const wish = { paymentId, method, customerId: order.customerId!, orderId: order.id, amount: refund, reason }
    const made = await requestRefund(work, { ...wish, key: `cancel:${order.id}:${order.version}:${paymentId}` })
    asked.push({ type: 'refund', ...made })
  }
  return [...plan.effects.filter(({ deed }) => deed?.does === 'free money').map(({ document }) => document), ...asked]
}
