import {
  customer,
  customerSegments,
  customerStatuses,
  customerTiers,
  customerTypes,
  leadSources,
} from '@prometric/contracts/customers'
import { customerAddress, customerContact, customerNote } from '@prometric/contracts/customer-details'
import { z } from 'zod'
import {
  anyOf,
  byId,
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
  search: [
    'customer.name',
    'customer.company_name',
    'customer.email',
    'customer.phone',
    'customer.iin',
    'customer.bin',
    'customer.customer_number',
  ],
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
