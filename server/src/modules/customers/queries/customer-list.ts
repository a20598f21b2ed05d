import {
  customer,
  customerSegments,
  customerStatuses,
  customerTiers,
  customerTypes,
  leadSources,
} from '@prometric/contracts/customers'
import { customerDealRow, customerInvoiceRow, customerOrderRow } from '@prometric/contracts/customer-documents'
import { customerAddress, customerContact, customerNote } from '@prometric/contracts/customer-details'
import { z } from 'zod'
import {
  anyOf,
  byId,
  byWords,
  type Filter,
  flag,
  instantFrom,
  instantTo,
  moneyFrom,
  moneyTo,
  text,
} from '../../../platform/http/filters.js'
import { listing, type ListTable } from '../../../platform/http/listing.js'

const words = z.string().max(200)

const anyTag: Filter = {
  schema: z.union([words, z.array(words).max(50)]),
  condition: (value, bind) => `customer.tags && ${bind(String(value).toLowerCase().split(','))}::text[]`,
}

const inCity: Filter = {
  schema: z.string().max(100),
  condition: (
    value,
    bind,
  ) => `exists (select from app.customer_addresses place where place.workspace_id = customer.workspace_id
    and place.customer_id = customer.id and place.deleted_at is null and lower(place.city) = lower(${bind(value)}))`,
}

/** A private note is shown to its author only. */
export const visibleNotes = `(select * from app.customer_notes where deleted_at is null
  and (visibility <> 'PRIVATE' or created_by = nullif(current_setting('app.actor_id', true), '')::uuid)) note`

/** Who wrote a note. */
export const authorName = `(select concat_ws(' ', author.first_name, author.last_name) from app.employees author
  where author.workspace_id = note.workspace_id and author.user_id = note.created_by and author.deleted_at is null limit 1)`

const latest = 100

/** The youngest documents of each customer: a card shows no more, the lists have them all. */
const latestOf = (name: string, documents: string, alive: string) => `(select * from (
    select paper.*, row_number() over (partition by paper.workspace_id, paper.customer_id order by paper.created_at desc, paper.id desc) as place
    from ${documents} paper where ${alive}) numbered where place <= ${latest}) ${name}`

/** An invoice is theirs whose order it bills; without an order, theirs whose customer it is. */
const billed = `(select invoice.*, coalesce(o.sales_rep_id, c.assigned_to) as whose, coalesce(o.created_by, invoice.created_by) as maker,
    coalesce(o.department_id, c.department_id) as of_department
  from app.invoices invoice
  join app.customers c on c.workspace_id = invoice.workspace_id and c.id = invoice.customer_id
  left join app.orders o on o.workspace_id = invoice.workspace_id and o.id = invoice.order_id)`

const table = {
  from: 'app.customers customer',
  alias: 'customer',
  row: customer,
  computed: {
    assigneeName: `(select concat_ws(' ', who.last_name, who.first_name) from app.employees who
      where who.workspace_id = customer.workspace_id and who.id = customer.assigned_to)`,
  },
  where: 'customer.deleted_at is null',
  filters: {
    search: byWords('CUSTOMER', 'customer.id'),
    type: anyOf('customer.type', customerTypes),
    status: anyOf('customer.status', customerStatuses),
    segment: anyOf('customer.segment', customerSegments),
    tier: anyOf('customer.tier', customerTiers),
    leadSource: anyOf('customer.lead_source', leadSources),
    industry: text('customer.industry'),
    city: inCity,
    assignedTo: byId('customer.assigned_to'),
    isActive: flag('customer.is_active'),
    tags: anyTag,
    minPurchases: moneyFrom('customer.total_purchases'),
    maxPurchases: moneyTo('customer.total_purchases'),
    minBalance: moneyFrom('customer.balance'),
    createdFrom: instantFrom('customer.created_at'),
    createdTo: instantTo('customer.created_at'),
    lastPurchaseFrom: instantFrom('customer.last_purchase_date'),
    lastPurchaseTo: instantTo('customer.last_purchase_date'),
  },
  sorts: ['createdAt', 'updatedAt', 'name', 'totalPurchases', 'rating', 'balance', 'lastPurchaseDate'],
  defaultSort: '-createdAt',
  includes: {
    contacts: {
      from: '(select * from app.customer_contacts where deleted_at is null) contact',
      alias: 'contact',
      row: customerContact,
      parent: 'customer_id',
      order: 'contact.is_primary desc, contact.last_name, contact.id',
    },
    addresses: {
      from: '(select * from app.customer_addresses where deleted_at is null) address',
      alias: 'address',
      row: customerAddress,
      parent: 'customer_id',
      order: 'address.is_primary desc, address.created_at, address.id',
    },
    notes: {
      from: visibleNotes,
      alias: 'note',
      row: customerNote,
      parent: 'customer_id',
      order: 'note.is_pinned desc, note.created_at desc',
      computed: { authorName },
    },
    deals: {
      from: latestOf('deal', 'app.deals', 'paper.deleted_at is null and paper.archived_at is null'),
      alias: 'deal',
      row: customerDealRow,
      parent: 'customer_id',
      order: 'deal.created_at desc, deal.id',
      permission: 'DEALS_VIEW',
      scope: { assignedTo: 'deal.assigned_to', createdBy: 'deal.created_by', department: 'deal.department_id' },
    },
    orders: {
      from: latestOf('placed', 'app.orders', 'paper.deleted_at is null'),
      alias: 'placed',
      row: customerOrderRow,
      parent: 'customer_id',
      order: 'placed.created_at desc, placed.id',
      permission: 'ORDERS_VIEW',
      scope: { assignedTo: 'placed.sales_rep_id', createdBy: 'placed.created_by', department: 'placed.department_id' },
    },
    invoices: {
      from: latestOf('billed', billed, `paper.deleted_at is null and paper.direction = 'SALES'`),
      alias: 'billed',
      row: customerInvoiceRow,
      parent: 'customer_id',
      order: 'billed.created_at desc, billed.id',
      permission: 'INVOICES_VIEW',
      scope: { assignedTo: 'billed.whose', createdBy: 'billed.maker', department: 'billed.of_department' },
    },
  },
} satisfies ListTable<typeof customer>

/** Customers as this person may see them. */
export const customerList = listing({
  ...table,
  scope: { assignedTo: 'customer.assigned_to', createdBy: 'customer.created_by', department: 'customer.department_id' },
})

/** The card after a change: whoever was allowed to change it also reads it, even when it now belongs to another. */
export const customerCards = listing(table)
