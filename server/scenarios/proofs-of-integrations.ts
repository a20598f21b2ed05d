import type { Proof } from './proofs-of-events.js'

/** What one part of the program owes another; with the scenario that proves it, once it works. */
export interface Integration {
  readonly id: string
  readonly between: string
  readonly contract?: string
  readonly proof?: Proof
}

const works = (id: string, between: string, contract: string, file: string, title: string): Integration => ({
  id,
  between,
  contract,
  proof: { file, title },
})
const notYet = (id: string, between: string): Integration => ({ id, between })

const wonLines = 'a deal of four lines is won and the right documents exist, exactly once, each with its cause'
const shipped = 'an order is picked, shipped, received, paid, and ends by itself'

/** All of them, in the order of their numbers. A contract says what the scenario proves, no more. */
export const integrations: readonly Integration[] = [
  notYet('I01', 'Customers → Deals'),
  works('I02', 'Deals → Orders', 'A won deal becomes one order with its lines', 'won-deal.test.ts', wonLines),
  works('I03', 'Deals → Finance', 'A won deal has its invoice at its value', 'won-deal.test.ts', wonLines),
  works(
    'I04',
    'Deals → Customers',
    'A qualified deal makes a prospect, a won one an active customer',
    'story.test.ts',
    'a lead whose deal is qualified becomes a prospect, and the win makes an active customer of him',
  ),
  works(
    'I05',
    'Products → Deals',
    'Price, VAT and cost are taken into the lines',
    'deals.test.ts',
    'opening a deal › lines are priced, with VAT and margin',
  ),
  works(
    'I06',
    'Products → Orders',
    'What is no longer sold cannot be ordered',
    'refused-win.test.ts',
    'a lost deal, a worthless deal, a customer who is blocked, goods that are no longer sold',
  ),
  works(
    'I07',
    'Products → Inventory',
    'The reorder point of the product raises the alarm',
    'mission-events.test.ts',
    'inventory.low: an order takes the last goods; the storekeeper is alarmed, and its open line is re-promised',
  ),
  works('I08', 'Orders → Inventory', 'Goods are reserved, and consumed when they leave', 'shipping.test.ts', shipped),
  works(
    'I09',
    'Orders → Warehouse',
    'Reserved goods are picked and shipped, in parts too',
    'shipping.test.ts',
    'what is in parts ships in parts, and every part has its papers',
  ),
  works(
    'I10',
    'Orders → Production',
    'What is short is made, and comes back to the order',
    'production.test.ts',
    'what a won deal lacked is made, reserved for it, picked, and the order is ready',
  ),
  works('I11', 'Orders → Logistics', 'A delivery with its tracking, and its receipt back', 'shipping.test.ts', shipped),
  works(
    'I12',
    'Orders → Finance',
    'An invoice by the order, the state of payment back',
    'payments.test.ts',
    'an invoice is issued, paid in two parts, and the ledger agrees with the balance',
  ),
  works(
    'I13',
    'Orders → Customers',
    'Purchases and lifetime value follow what was delivered',
    'mission-events.test.ts',
    'order.delivered: the customer has bought, and the deal shows what it delivered',
  ),
  works(
    'I14',
    'Orders → Procurement',
    'What is short and bought is asked for, and its arrival serves the order',
    'procurement.test.ts',
    'what a won deal lacked is asked for once, and its arrival serves the order',
  ),
  works(
    'I15',
    'Production → Inventory',
    'Materials go out, goods come in at their cost',
    'production.test.ts',
    'materials go out, the goods come in at what they cost',
  ),
  notYet('I16', 'Production → Procurement'),
  notYet('I17', 'Production → Quality'),
  notYet('I18', 'Quality → Inventory'),
  works(
    'I19',
    'Procurement → Warehouse',
    'Goods are received against what was asked for',
    'procurement.test.ts',
    'goods come against a requisition, in two parts',
  ),
  notYet('I20', 'Procurement → Finance'),
  notYet('I21', 'Inventory → Procurement/Production'),
  works(
    'I22',
    'Inventory → Orders',
    'What arrives goes to the order that waits',
    'story.test.ts',
    'goods that turn up in a count serve the order that waits for them',
  ),
  works(
    'I23',
    'Finance → Customers',
    'The balance follows invoices and payments',
    'payments.test.ts',
    'an invoice is issued, paid in two parts, and the ledger agrees with the balance',
  ),
  works(
    'I24',
    'Finance → Orders',
    'A payment releases what was to be paid in advance',
    'story.test.ts',
    'a prepaid order waits with its proforma, and the payment starts everything',
  ),
  works(
    'I25',
    'Logistics → Finance',
    'Cash on delivery is a payment of the order',
    'shipping.test.ts',
    'a failed delivery is tried three times; what is refused at the door is not delivered',
  ),
  works(
    'I26',
    'Customers → Orders',
    'The credit limit holds an order, and lets it go on',
    'story.test.ts',
    'of two orders that together pass the credit limit the second is held, and goes on when the first is paid',
  ),
  works(
    'I27',
    'Products → Production',
    'Costs roll up through the bills of materials',
    'bills-of-materials.test.ts',
    'an activated bill gives the product its cost, and the products above it theirs',
  ),
  works(
    'I28',
    'Identity → all',
    'Nothing of a workspace is another’s',
    'tenancy.test.ts',
    'in a workspace of their own, the ids of another are ids of nothing',
  ),
  works(
    'I29',
    'All → Audit',
    'Every change of a row leaves one true row of the audit',
    'audit.test.ts',
    '… random changes leave as many true audit rows (seed …)',
  ),
  works(
    'I30',
    'All → Notifications/Realtime',
    'People are told, their screens at once',
    'realtime.test.ts',
    'a win is seen by those who follow the deal, and frames carry nothing but ids',
  ),
  notYet('I31', 'All → Search'),
  notYet('I32', 'All → Analytics/KPI'),
  works(
    'I33',
    'All → Tasks',
    'What people have to do becomes their tasks, each once',
    'chain.test.ts',
    'afterwards people have their tasks and notices, each once, and the chain waits for what is made and bought',
  ),
  notYet('I34', 'Sales/Finance/Procurement → Approvals'),
  notYet('I35', 'Employees → Tasks/Production'),
  notYet('I36', 'All → Automation rules'),
  notYet('I37', 'Payments ↔ Kaspi'),
]
