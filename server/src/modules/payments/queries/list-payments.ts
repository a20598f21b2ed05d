import {
  paymentAllocationRow,
  paymentDirections,
  paymentMethods,
  paymentRow,
  paymentStatuses,
} from '@prometric/contracts/payments'
import { anyOf, byId, dayFrom, dayTo, flag, moneyFrom, moneyTo } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

/** Payments and what they pay. */
export const paymentList = listing({
  from: `app.payments payment
    left join app.customers customer on customer.workspace_id = payment.workspace_id and customer.id = payment.customer_id
    left join app.orders o on o.workspace_id = payment.workspace_id and o.id = payment.order_id`,
  alias: 'payment',
  row: paymentRow,
  computed: { customerName: 'customer.name', orderNumber: 'o.order_number' },
  filters: {
    direction: anyOf('payment.direction', paymentDirections),
    method: anyOf('payment.method', paymentMethods),
    status: anyOf('payment.status', paymentStatuses),
    customerId: byId('payment.customer_id'),
    orderId: byId('payment.order_id'),
    invoiceId: {
      ...byId('allocation.invoice_id'),
      condition: (
        value,
        bind,
      ) => `exists (select from app.payment_allocations allocation where allocation.workspace_id = payment.workspace_id
        and allocation.payment_id = payment.id and allocation.invoice_id = ${bind(value)})`,
    },
    from: dayFrom('payment.payment_date'),
    to: dayTo('payment.payment_date'),
    unallocated: flag("(payment.unallocated_amount > 0 and payment.direction = 'INCOMING')"),
    minAmount: moneyFrom('payment.amount'),
    maxAmount: moneyTo('payment.amount'),
  },
  sorts: ['createdAt', 'paymentDate', 'paymentNumber', 'amount', 'status'],
  defaultSort: '-createdAt',
  search: [
    'payment.payment_number',
    'payment.reference_number',
    'payment.payer_name',
    'o.order_number',
    'customer.name',
  ],
  scope: {
    assignedTo: 'coalesce(o.sales_rep_id, customer.assigned_to)',
    createdBy: 'payment.created_by',
    department: 'coalesce(o.department_id, customer.department_id)',
  },
  includes: {
    allocations: {
      from: 'app.payment_allocations allocation join app.invoices invoice on invoice.workspace_id = allocation.workspace_id and invoice.id = allocation.invoice_id',
      alias: 'allocation',
      row: paymentAllocationRow,
      parent: 'payment_id',
      order: 'allocation.allocated_at, allocation.id',
      computed: { invoiceNumber: 'invoice.invoice_number', orderId: 'invoice.order_id' },
    },
  },
})
