import type { bomStatuses } from '@prometric/contracts/boms'
import type { customerStatuses } from '@prometric/contracts/customers'
import type { dealStages } from '@prometric/contracts/deals'
import type { stockLevels } from '@prometric/contracts/inventory'
import type { invoiceStatuses } from '@prometric/contracts/invoices'
import type { jobStates } from '@prometric/contracts/jobs'
import type { deliveryStatuses, shipmentStatuses } from '@prometric/contracts/logistics'
import type { fulfillmentStatuses, holdReasons, orderPaymentStatuses, orderStatuses } from '@prometric/contracts/orders'
import type { paymentStatuses } from '@prometric/contracts/payments'
import type { pickingStatuses } from '@prometric/contracts/picking'
import type { requisitionStatuses, supplierStatuses } from '@prometric/contracts/procurement'
import type { productionStatuses } from '@prometric/contracts/production'
import type { productStatuses } from '@prometric/contracts/products'
import type { receiptStatuses } from '@prometric/contracts/receipts'
import type { taskStatuses } from '@prometric/contracts/tasks'
import type { Tone } from '../theme/tokens.js'

/** Every status of a contract has a tone; what only the screen derives (an overdue invoice) stands beside them. */
type Row<Statuses extends readonly string[]> = Record<Statuses[number], Tone> & Record<string, Tone>

/** What each status of each lifecycle means for the reader: asleep, in work, done, held, gone wrong. */
const tones = {
  deal: {
    LEAD: 'neutral',
    QUALIFIED: 'info',
    PROPOSAL: 'info',
    NEGOTIATION: 'info',
    CLOSING: 'info',
    WON: 'success',
    LOST: 'danger',
  } satisfies Row<typeof dealStages>,
  order: {
    DRAFT: 'neutral',
    PENDING: 'neutral',
    CONFIRMED: 'info',
    PROCESSING: 'info',
    READY: 'info',
    SHIPPED: 'info',
    DELIVERED: 'success',
    COMPLETED: 'success',
    ON_HOLD: 'warning',
    CANCELLED: 'danger',
  } satisfies Row<typeof orderStatuses>,
  fulfilment: {
    PENDING: 'neutral',
    IN_PROGRESS: 'info',
    PARTIALLY: 'warning',
    FULFILLED: 'success',
    FAILED: 'danger',
  } satisfies Row<typeof fulfillmentStatuses>,
  orderPayment: {
    PENDING: 'neutral',
    PARTIAL: 'info',
    PAID: 'success',
    OVERPAID: 'warning',
    PARTIALLY_REFUNDED: 'warning',
    REFUNDED: 'neutral',
  } satisfies Row<typeof orderPaymentStatuses>,
  invoice: {
    DRAFT: 'neutral',
    ISSUED: 'info',
    SENT: 'info',
    VIEWED: 'info',
    PARTIAL: 'info',
    PAID: 'success',
    OVERDUE: 'warning',
    CANCELLED: 'danger',
  } satisfies Row<typeof invoiceStatuses>,
  payment: {
    PENDING: 'neutral',
    PROCESSING: 'info',
    COMPLETED: 'success',
    PARTIALLY_REFUNDED: 'warning',
    FAILED: 'danger',
    CANCELLED: 'danger',
    REFUNDED: 'neutral',
  } satisfies Row<typeof paymentStatuses>,
  refund: { REQUESTED: 'neutral', APPROVED: 'info', COMPLETED: 'success', FAILED: 'danger', REJECTED: 'danger' },
  picking: {
    DRAFT: 'neutral',
    ASSIGNED: 'info',
    IN_PROGRESS: 'info',
    COMPLETED: 'success',
    PARTIALLY_COMPLETED: 'warning',
    CANCELLED: 'danger',
  } satisfies Row<typeof pickingStatuses>,
  production: {
    DRAFT: 'neutral',
    PLANNED: 'neutral',
    SCHEDULED: 'info',
    IN_PROGRESS: 'info',
    QUALITY_CHECK: 'info',
    COMPLETED: 'success',
    WAITING_MATERIALS: 'warning',
    ON_HOLD: 'warning',
    CANCELLED: 'danger',
    FAILED: 'danger',
  } satisfies Row<typeof productionStatuses>,
  delivery: {
    PLANNED: 'neutral',
    ASSIGNED: 'info',
    LOADING: 'info',
    IN_TRANSIT: 'info',
    DELIVERED: 'success',
    PARTIALLY_DELIVERED: 'warning',
    FAILED: 'danger',
    RETURNED: 'danger',
    CANCELLED: 'danger',
  } satisfies Row<typeof deliveryStatuses>,
  shipment: {
    DRAFT: 'neutral',
    READY: 'info',
    DISPATCHED: 'info',
    DELIVERED: 'success',
    RETURNED: 'danger',
    CANCELLED: 'danger',
  } satisfies Row<typeof shipmentStatuses>,
  requisition: {
    DRAFT: 'neutral',
    APPROVED: 'info',
    IN_RFQ: 'info',
    ORDERED: 'info',
    RECEIVED: 'success',
    BUDGET_EXCEEDED: 'warning',
    PENDING_APPROVAL: 'warning',
    REJECTED: 'danger',
    CANCELLED: 'danger',
  } satisfies Row<typeof requisitionStatuses>,
  receipt: { DRAFT: 'neutral', CHECKING: 'info', CONFIRMED: 'success', CANCELLED: 'danger' } satisfies Row<
    typeof receiptStatuses
  >,
  stockLevel: {
    IN_STOCK: 'success',
    LOW_STOCK: 'warning',
    LOW: 'warning',
    REORDER_NEEDED: 'warning',
    OUT_OF_STOCK: 'danger',
    NOT_STOCKED: 'neutral',
  } satisfies Row<typeof stockLevels>,
  customer: {
    LEAD: 'neutral',
    PROSPECT: 'info',
    ACTIVE: 'success',
    INACTIVE: 'warning',
    CHURNED: 'danger',
  } satisfies Row<typeof customerStatuses>,
  supplier: { ACTIVE: 'success', ON_HOLD: 'warning', BLOCKED: 'danger' } satisfies Row<typeof supplierStatuses>,
  product: { DRAFT: 'neutral', ACTIVE: 'success', INACTIVE: 'warning', DISCONTINUED: 'danger' } satisfies Row<
    typeof productStatuses
  >,
  bom: { DRAFT: 'neutral', ARCHIVED: 'neutral', ACTIVE: 'success', INACTIVE: 'warning' } satisfies Row<
    typeof bomStatuses
  >,
  task: {
    TODO: 'neutral',
    IN_PROGRESS: 'info',
    IN_REVIEW: 'info',
    DONE: 'success',
    ON_HOLD: 'warning',
    CANCELLED: 'danger',
  } satisfies Row<typeof taskStatuses>,
  approval: {
    PENDING: 'warning',
    ESCALATED: 'warning',
    APPROVED: 'success',
    REJECTED: 'danger',
    CANCELLED: 'neutral',
    EXPIRED: 'neutral',
    WITHDRAWN: 'neutral',
  },
  chain: { RUNNING: 'info', DONE: 'success', WAITING: 'warning', ATTENTION: 'danger' },
  job: { QUEUED: 'neutral', RUNNING: 'info', DONE: 'success', FAILED: 'danger' } satisfies Row<typeof jobStates>,
  eventDelivery: { READY: 'info', DONE: 'success', DEAD: 'danger', DISCARDED: 'neutral' },
  holdReason: {
    AWAITING_PREPAYMENT: 'warning',
    CREDIT_LIMIT: 'warning',
    APPROVAL: 'warning',
    OVERDUE_DEBT: 'warning',
    STOCK: 'warning',
    CUSTOMER_REQUEST: 'warning',
    MANUAL: 'warning',
    FULFILLMENT_ERROR: 'danger',
  } satisfies Row<typeof holdReasons>,
}

/** A kind of thing that has statuses: a document, a line of it, a run, a hold. */
export type Lifecycle = keyof typeof tones

export const lifecycles = Object.keys(tones) as Lifecycle[]

export const statusesOf = (of: Lifecycle): string[] => Object.keys(tones[of])

/** A status that nobody gave a tone is shown quietly. */
export const toneOf = (of: Lifecycle, status: string): Tone => (tones[of] as Record<string, Tone>)[status] ?? 'neutral'
