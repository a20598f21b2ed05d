export const chain = {
  states: {
    RUNNING: 'Running',
    DONE: 'All done',
    WAITING: 'Waiting',
    ATTENTION: 'Needs attention',
  },
  kinds: {
    CAUSE: 'Cause',
    EVENT: 'Event',
    RUN: 'Process',
    STEP: 'Step',
    DELIVERY: 'Queued',
    HOLD: 'Hold',
  },
  deliveries: {
    READY: 'Queued',
    DONE: 'Handled',
    DEAD: 'Stopped',
    DISCARDED: 'Skipped',
  },
  hidden: 'and {{count}} more',
  milliseconds: '{{count}} ms',
  holds: {
    AWAITING_PREPAYMENT: 'awaiting prepayment',
    CREDIT_LIMIT: 'over the credit limit',
    APPROVAL: 'needs approval',
    OVERDUE_DEBT: 'overdue debt',
    STOCK: 'no stock',
    CUSTOMER_REQUEST: 'the customer asked',
    FULFILLMENT_ERROR: 'a fulfilment error',
    MANUAL: 'by hand',
  },
}
