/** A scenario: its file in this folder and its title, after those of what describes it. */
export interface Proof {
  readonly file: string
  readonly title: string
}

const wonLines: Proof = {
  file: 'won-deal.test.ts',
  title: 'a deal of four lines is won and the right documents exist, exactly once, each with its cause',
}
const story: Proof = {
  file: 'story.test.ts',
  title: 'from the win to the last payment: produced, bought, picked, shipped, delivered, served, paid, completed',
}
const bills: Proof = {
  file: 'bills-of-materials.test.ts',
  title: 'an activated bill gives the product its cost, and the products above it theirs',
}
const activity: Proof = {
  file: 'deal-win.test.ts',
  title: 'after the commit › an activity touches the deal and the customer',
}
const supply: Proof = {
  file: 'chain.test.ts',
  title: 'afterwards people have their tasks and notices, each once, and the chain waits for what is made and bought',
}
const parked: Proof = {
  file: 'chain.test.ts',
  title: 'a listener that fails parks its delivery; people see it, try it again, or skip it with a reason',
}

/** Events whose scenario shows what they lead to without being called by their name or expecting it. */
export const proofsOfEvents: Readonly<Record<string, Proof>> = {
  'bom.activated': bills,
  'bom.cost.changed': bills,
  'product.price.changed': bills,
  'customer.assigned': {
    file: 'mission-events.test.ts',
    title: 'customer.created: who comes without an assignee goes to the seller with the fewest open leads, who is told',
  },
  'customer.balance.changed': {
    file: 'story.test.ts',
    title: 'of two orders that together pass the credit limit the second is held, and goes on when the first is paid',
  },
  'deal.activity.added': activity,
  'deal.activity.completed': activity,
  'delivery.created': supply,
  'delivery.retried': parked,
  'delivery.skipped': parked,
  'picking.created': supply,
  'picking.completed': story,
  'invoice.issued': story,
  'order.completed': story,
  'order.confirmed': wonLines,
  'order.payment.received': {
    file: 'story.test.ts',
    title: 'a prepaid order waits with its proforma, and the payment starts everything',
  },
  'order.released': {
    file: 'story.test.ts',
    title: 'a hold by hand stops an order, and its release lets it go on where it stood',
  },
  'production.order.completed': {
    file: 'production.test.ts',
    title: 'what a won deal lacked is made, reserved for it, picked, and the order is ready',
  },
  'stock.received': {
    file: 'procurement.test.ts',
    title: 'what a won deal lacked is asked for once, and its arrival serves the order',
  },
  'stock.adjusted': {
    file: 'story.test.ts',
    title: 'goods that turn up in a count serve the order that waits for them',
  },
}
