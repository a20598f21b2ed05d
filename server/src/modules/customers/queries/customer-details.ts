import { customerAddress, customerContact, customerNote } from '@prometric/contracts/customer-details'
import { byId } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'
import { authorName, visibleNotes } from './customer-list.js'

export const contactList = listing({
  from: 'app.customer_contacts contact',
  alias: 'contact',
  row: customerContact,
  where: 'contact.deleted_at is null',
  filters: { customerId: byId('contact.customer_id') },
  sorts: ['isPrimary', 'lastName', 'createdAt'],
  defaultSort: '-isPrimary,lastName',
})

export const addressList = listing({
  from: 'app.customer_addresses address',
  alias: 'address',
  row: customerAddress,
  where: 'address.deleted_at is null',
  filters: { customerId: byId('address.customer_id') },
  sorts: ['isPrimary', 'type', 'city', 'createdAt'],
  defaultSort: '-isPrimary,createdAt',
})

/** Pinned first, then the newest. */
export const noteList = listing({
  from: visibleNotes,
  alias: 'note',
  row: customerNote,
  computed: { authorName },
  filters: { customerId: byId('note.customer_id') },
  sorts: ['isPinned', 'createdAt'],
  defaultSort: '-isPinned,-createdAt',
})
