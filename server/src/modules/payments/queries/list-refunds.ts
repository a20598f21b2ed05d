import { refundRow, refundStatuses } from '@prometric/contracts/refunds'
import { anyOf, byId } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

/** Money that was asked back, and how it left. */
export const refundList = listing({
  from: `app.refunds refund
    join app.payments payment on payment.workspace_id = refund.workspace_id and payment.id = refund.payment_id
    join app.customers customer on customer.workspace_id = refund.workspace_id and customer.id = refund.customer_id
    left join app.orders o on o.workspace_id = refund.workspace_id and o.id = refund.order_id
    left join app.payments payout on payout.workspace_id = refund.workspace_id and payout.id = refund.payout_id`,
  alias: 'refund',
  row: refundRow,
  computed: {
    paymentNumber: 'payment.payment_number',
    customerName: 'customer.name',
    orderNumber: 'o.order_number',
    payoutNumber: 'payout.payment_number',
  },
  filters: {
    status: anyOf('refund.status', refundStatuses),
    customerId: byId('refund.customer_id'),
    orderId: byId('refund.order_id'),
    paymentId: byId('refund.payment_id'),
  },
  sorts: ['createdAt', 'refundNumber', 'amount', 'status'],
  defaultSort: '-createdAt',
  search: ['refund.refund_number', 'payment.payment_number', 'o.order_number', 'customer.name'],
  scope: {
    assignedTo: 'coalesce(o.sales_rep_id, customer.assigned_to)',
    createdBy: 'refund.created_by',
    department: 'coalesce(o.department_id, customer.department_id)',
  },
})
