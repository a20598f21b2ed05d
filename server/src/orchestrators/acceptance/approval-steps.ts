import { closedGates, creditExcess, creditFigures } from '../../modules/orders/acceptance-gates.js'
import { noteApproval } from '../../modules/orders/operations/decide-order.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { Step } from '../../platform/orchestration/orchestrator.js'
import { type AcceptedOrder, deciding } from './facts.js'
import { increaseCredit } from './credit-increase.js'
import { ask, unasked } from './approvals.js'

/** Whose word opened the gate that would stand closed without it. */
const approvedBy = ({ gates, approvals }: AcceptedOrder): string | null => {
  const needs = (order: AcceptedOrder['gates']) => closedGates(order).some(({ reason }) => reason === 'APPROVAL')
  if (needs(gates) || !needs({ ...gates, allowed: {} })) return null
  return approvals.get('ORDER')?.allowedBy ?? approvals.get('DISCOUNT')?.allowedBy ?? null
}

/** What comes before the holds: whoever may, is asked; what was answered is written on the order. */
export const approvalSteps: readonly Step<AcceptedOrder>[] = [
  {
    name: 'raise the limit of a good payer',
    owed: (order) => deciding(order) && order.increaseTo !== null,
    run: async (work, order) => {
      await increaseCredit(work, order.customer.id, order.increaseTo!)
      order.gates = { ...order.gates, creditLimit: order.increaseTo! }
      order.increaseTo = null
    },
  },
  {
    name: 'ask who may approve',
    owed: (order) => deciding(order) && unasked(order).length > 0,
    run: ask,
  },
  {
    name: 'note the approval',
    owed: (order) => deciding(order) && !order.isApproved && approvedBy(order) !== null,
    run: async (work, order) => {
      const { version } = await noteApproval(work, order.order, approvedBy(order)!)
      order.order = { ...order.order, version }
      order.isApproved = true
    },
  },
]

/** A passed limit that only warns is told of, once: when the order is confirmed all the same. */
export function warnOfCredit(work: UnitOfWork, order: AcceptedOrder): void {
  const { gates } = order
  const excess = gates.creditPolicy === 'WARN' ? creditExcess(gates) : undefined
  if (excess) tellExcess(work, order, { policy: 'WARN', ...creditFigures(gates, excess) })
}

/** Says that the customer goes beyond the limit with this order. */
export function tellExcess(
  work: UnitOfWork,
  { order, customer }: AcceptedOrder,
  details: Readonly<Record<string, unknown>>,
): void {
  work.announce({
    name: 'customer.credit.exceeded',
    aggregateType: 'customer',
    aggregateId: customer.id,
    aggregateVersion: customer.version,
    payload: { customerId: customer.id, orderId: order.id, ...details },
  })
}
