import { isDeepStrictEqual } from 'node:util'
import type { Money } from '../kernel/money.js'
import { activateOnPurchase } from '../modules/customers/operations/activate-on-purchase.js'
import { cancelRequests } from '../modules/approvals/public.js'
import { keepStock } from '../modules/inventory/operations/keep-stock.js'
import { ensureInvoice, ensureProforma } from '../modules/invoices/operations/ensure-invoice.js'
import type { ClosedGate } from '../modules/orders/acceptance-gates.js'
import { advanceOrder } from '../modules/orders/operations/advance-order.js'
import { changeOrderStatus } from '../modules/orders/operations/change-order-status.js'
import { placeHolds, releaseHolds } from '../modules/orders/operations/order-holds.js'
import { takeRatesOfTheDay } from '../modules/orders/operations/take-rates-of-the-day.js'
import { takeOrder } from '../modules/orders/operations/take-order.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import type { DomainEvent } from '../platform/outbox/events.js'
import { orchestrator } from '../platform/orchestration/orchestrator.js'
import { approvalSteps, tellExcess, warnOfCredit } from './acceptance/approval-steps.js'
import { type AcceptedOrder, closed, deciding, gateReasons, lookAtAcceptance } from './acceptance/facts.js'
import { typesBehind } from './acceptance/approvals.js'
import { cancelledPart } from './cancellation/cancelled-part.js'
import { tryComplete } from './order-completion.js'
import { takeFreeMoney } from './payment-processing.js'

const aboutOrder = (event: DomainEvent) => (event.payload.orderId as string | null | undefined) ?? undefined
/** Gates that hold it for the first time, or for something else than they said before. */
const unsaidGates = (order: AcceptedOrder) =>
  closed(order).filter(({ reason, details }) => !isDeepStrictEqual(order.openHolds.get(reason), toJson(details)))
const openedGates = (order: AcceptedOrder) =>
  [...order.openHolds.keys()].filter(
    (reason) => gateReasons.includes(reason) && !closed(order).some((gate) => gate.reason === reason),
  )
const toJson = (details: ClosedGate['details']) => JSON.parse(JSON.stringify(details)) as ClosedGate['details']

/** Takes an order in: what its gates object to becomes holds that people see; an order without objection is confirmed. */
const acceptance = (asked: boolean) =>
  orchestrator<AcceptedOrder>({
    name: 'order-acceptance',
    subject: 'order',
    wakesOn: {
      'order.created': (event) => event.aggregateId,
      'order.payment.received': aboutOrder,
      'order.updated': cancelledPart,
      'approval.granted': (event) =>
        event.payload.entityType === 'order' ? (event.payload.entityId as string) : undefined,
    },
    look: (work, orderId) => lookAtAcceptance(work, orderId, asked),
    steps: [
      {
        name: 'take the VAT rates of the day',
        owed: (order) => deciding(order) && order.vatOutdated,
        run: async (work, order) => {
          await takeRatesOfTheDay(work, order.order.id)
          Object.assign(order, await lookAtAcceptance(work, order.order.id, asked), { vatOutdated: false })
        },
      },
      ...approvalSteps,
      {
        name: 'release the holds whose gate opened',
        owed: (order) => deciding(order) && openedGates(order).length > 0,
        run: async (work, order) => {
          const reasons = openedGates(order)
          const types = reasons.flatMap((reason) => typesBehind[reason] ?? [])
          const note = types.map((type) => order.approvals.get(type)?.note).find(Boolean)
          await releaseHolds(work, order.order, reasons, note ?? null)
          // What opened without anybody's word needs none any more.
          if (types.length > 0) await cancelRequests(work, order.order.id, types, 'not needed any more')
          order.openHolds = new Map([...order.openHolds].filter(([reason]) => !reasons.includes(reason)))
        },
      },
      {
        name: 'hold what the gates object to',
        owed: (order) => deciding(order) && unsaidGates(order).length > 0,
        run: async (work, order) => {
          const unsaid = unsaidGates(order)
          const gates = unsaid.filter((gate) => !order.openHolds.has(gate.reason))
          await placeHolds(work, order.order, unsaid)
          order.openHolds = new Map([
            ...order.openHolds,
            ...unsaid.map(({ reason, details }) => [reason, toJson(details)] as const),
          ])
          const overLimit = gates.find((gate) => gate.reason === 'CREDIT_LIMIT')
          if (overLimit) tellExcess(work, order, overLimit.details)
          if (gates.some((gate) => gate.reason === 'AWAITING_PREPAYMENT'))
            work.atEnd(() => ensureProforma(work, order.order.id))
        },
      },
      {
        name: 'put the order on hold',
        owed: (order) => order.order.status === 'PENDING' && order.openHolds.size > 0,
        run: async (work, order) => {
          order.order = await changeOrderStatus(work, {
            order: order.order,
            to: 'ON_HOLD',
            reason: [...order.openHolds.keys()].join(', '),
            set: { statusBeforeHold: 'PENDING' },
          })
        },
      },
      {
        name: 'keep stock for the prepayment',
        owed: (order) => order.keep.takes.length > 0,
        run: async (work, order) => {
          await keepStock(work, order.order.id, order.keep.takes, order.keep.until)
          order.keep.takes = []
        },
      },
      {
        name: 'confirm the order',
        owed: (order) => deciding(order) && order.openHolds.size === 0,
        run: confirm,
      },
      {
        name: 'let a held order go on',
        owed: (order) => order.order.status === 'ON_HOLD' && !deciding(order) && order.openHolds.size === 0,
        run: async (work, order) => {
          order.order = await changeOrderStatus(work, { order: order.order, to: order.statusBeforeHold ?? 'PENDING' })
          // Goods may have been picked or delivered while it was held.
          await advanceOrder(work, await takeOrder(work, order.order.id))
        },
      },
    ],
    waitsFor: (order) => (order.openHolds.size > 0 ? [...order.openHolds.keys()].join(', ') : undefined),
  })

/** By the workspace's setting: a new order is decided at once, or waits until somebody asks. */
export const orderAcceptance = acceptance(false)

/** Somebody asks for the confirmation now. */
export const orderConfirmation = acceptance(true)

async function confirm(work: UnitOfWork, accepted: AcceptedOrder): Promise<void> {
  const { customer, customerSnapshot } = accepted
  const taken =
    accepted.order.status === 'ON_HOLD'
      ? await changeOrderStatus(work, { order: accepted.order, to: 'PENDING' })
      : accepted.order
  const order = await changeOrderStatus(work, {
    order: taken,
    to: 'CONFIRMED',
    set: { confirmedAt: work.now, customerSnapshot },
  })
  accepted.order = order
  warnOfCredit(work, accepted)
  if (customer.status !== 'ACTIVE') await activateOnPurchase(work, { customer, source: 'FIRST_ORDER', refId: order.id })
  work.announce({
    name: 'order.confirmed',
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    payload: {
      orderId: order.id,
      customerId: order.customerId,
      dealId: order.dealId,
      totalAmount: accepted.gates.totalAmount.toNumber(),
      paymentTerms: accepted.gates.paymentTerms,
      confirmedAt: work.now.toISOString(),
    },
  })
  // The legal number locks its counter until the commit, so the invoice is the last business row.
  if ((await work.setting<string>('finance.invoiceMode')) === 'ORDER')
    work.atEnd(() => invoice(work, order.id, accepted.gates.paidAmount))
}

/** An order that was paid before its invoice may have nothing left to wait for. */
async function invoice(work: UnitOfWork, orderId: string, paidBefore: Money): Promise<void> {
  const advances = (await ensureInvoice(work, orderId))?.advances ?? []
  await takeFreeMoney(work, orderId, advances)
  if (paidBefore.isPositive() || advances.length > 0) await tryComplete(work, orderId)
}
