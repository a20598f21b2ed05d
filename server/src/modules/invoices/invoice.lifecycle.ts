import { invoiceStatuses } from '@prometric/contracts/invoices'
import { lifecycle } from '../../kernel/lifecycle.js'

const permission = 'INVOICES_UPDATE'

/** From draft to paid. Being overdue is no state: it is told by the due date and what is still to be paid. */
export const invoiceLifecycle = lifecycle({
  name: 'invoice',
  states: invoiceStatuses,
  moves: [
    { from: 'DRAFT', to: 'ISSUED', permission, event: 'invoice.issued' },
    { from: 'DRAFT', to: 'CANCELLED', permission },
    { from: 'ISSUED', to: 'SENT', permission, event: 'invoice.sent' },
    { from: 'ISSUED', to: 'PARTIAL' },
    { from: 'ISSUED', to: 'PAID' },
    { from: 'ISSUED', to: 'CANCELLED', permission, event: 'invoice.voided' },
    { from: 'SENT', to: 'VIEWED' },
    { from: 'SENT', to: 'PARTIAL' },
    { from: 'SENT', to: 'PAID' },
    { from: 'SENT', to: 'CANCELLED', permission, event: 'invoice.voided' },
    { from: 'VIEWED', to: 'PARTIAL' },
    { from: 'VIEWED', to: 'PAID' },
    { from: 'VIEWED', to: 'CANCELLED', permission, event: 'invoice.voided' },
    { from: 'PARTIAL', to: 'PAID' },
    { from: 'PARTIAL', to: 'SENT' },
    { from: 'PARTIAL', to: 'ISSUED' },
    { from: 'PAID', to: 'PARTIAL' },
    { from: 'PAID', to: 'SENT' },
    { from: 'PAID', to: 'ISSUED' },
  ],
})
