import {
  invoiceDirections,
  invoiceItemRow,
  invoicePaymentRow,
  invoiceRow,
  invoiceStatuses,
  invoiceTypes,
} from '@prometric/contracts/invoices'
import { z } from 'zod'
import { anyOf, byId, dayFrom, dayTo, flag, moneyFrom } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

const today = '(app.now() at time zone workspace.timezone)::date'
const isOverdue = `(invoice.balance_due > 0 and invoice.due_date < ${today} and invoice.status not in ('DRAFT', 'CANCELLED'))`
const stated = anyOf('invoice.status', invoiceStatuses)

/** Invoices with their lines and payments. */
export const invoiceList = listing({
  from: `app.invoices invoice
    join app.workspaces workspace on workspace.organization_id = invoice.organization_id and workspace.id = invoice.workspace_id
    left join app.customers customer on customer.workspace_id = invoice.workspace_id and customer.id = invoice.customer_id
    left join app.orders o on o.workspace_id = invoice.workspace_id and o.id = invoice.order_id`,
  alias: 'invoice',
  row: invoiceRow,
  where: 'invoice.deleted_at is null',
  computed: {
    customerName: 'customer.name',
    orderNumber: 'o.order_number',
    isOverdue: `coalesce(${isOverdue}, false)`,
    daysOverdue: `case when ${isOverdue} then ${today} - invoice.due_date else 0 end`,
  },
  filters: {
    direction: anyOf('invoice.direction', invoiceDirections),
    type: anyOf('invoice.type', invoiceTypes),
    // OVERDUE is no stored status, but people ask for it as one.
    status: {
      schema: z.union([z.literal('OVERDUE'), stated.schema]),
      condition: (value, bind, work) => (value === 'OVERDUE' ? isOverdue : stated.condition(value, bind, work)),
    },
    overdue: flag(isOverdue),
    customerId: byId('invoice.customer_id'),
    orderId: byId('invoice.order_id'),
    dealId: byId('invoice.deal_id'),
    dateFrom: dayFrom('invoice.issue_date'),
    dateTo: dayTo('invoice.issue_date'),
    dueFrom: dayFrom('invoice.due_date'),
    dueTo: dayTo('invoice.due_date'),
    minAmount: moneyFrom('invoice.total_amount'),
  },
  sorts: ['createdAt', 'issueDate', 'dueDate', 'invoiceNumber', 'totalAmount', 'balanceDue', 'status'],
  defaultSort: '-createdAt',
  search: ['invoice.invoice_number', 'invoice.po_number', 'o.order_number', 'customer.name'],
  scope: {
    assignedTo: 'coalesce(o.sales_rep_id, customer.assigned_to)',
    createdBy: 'coalesce(o.created_by, invoice.created_by)',
    department: 'coalesce(o.department_id, customer.department_id)',
  },
  includes: {
    items: {
      from: 'app.invoice_items item',
      alias: 'item',
      row: invoiceItemRow,
      parent: 'invoice_id',
      order: 'item.line_no',
    },
    payments: {
      from: 'app.payment_allocations allocation join app.payments payment on payment.workspace_id = allocation.workspace_id and payment.id = allocation.payment_id',
      alias: 'allocation',
      row: invoicePaymentRow,
      parent: 'invoice_id',
      order: 'allocation.allocated_at, allocation.id',
      permission: 'PAYMENTS_VIEW',
      computed: {
        paymentNumber: 'payment.payment_number',
        paymentDate: 'payment.payment_date',
        method: 'payment.method',
      },
    },
  },
})
