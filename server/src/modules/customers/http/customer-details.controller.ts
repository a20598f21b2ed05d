import {
  type AddressIn,
  addressIn,
  type AddressParams,
  addressParams,
  type ContactIn,
  contactIn,
  type ContactParams,
  contactParams,
  removed,
  type UpdateAddressBody,
  updateAddressBody,
  type UpdateContactBody,
  updateContactBody,
} from '@prometric/contracts/customer-details'
import { type Call, Called } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { addAddress, deleteAddress, updateAddress } from '../operations/write-address.js'
import { addContact, deleteContact, updateContact } from '../operations/write-contact.js'
import { addressList, contactList } from '../queries/customer-details.js'
import { customerList } from '../queries/customer-list.js'

@WorkspaceController('customers')
export class CustomerDetailsController {
  @Route.get(':id/contacts', {
    summary: 'Contacts of a customer',
    permission: 'CUSTOMERS_VIEW',
    query: contactList.query,
    answer: contactList.answer,
    list: true,
  })
  contacts(@Called() call: Call<undefined, ListQuery>) {
    return call.read(async (work) => {
      const { id } = await customerList.find(work, call.params.id)
      return contactList.list(work, { ...call.query, customerId: id })
    })
  }

  @Route.post(':id/contacts', {
    summary: 'Add a contact',
    permission: 'CUSTOMERS_UPDATE',
    body: contactIn,
    answer: contactList.answer,
    status: 201,
  })
  addContact(@Called() call: Call<ContactIn>) {
    return call.write(async (work) => contactList.find(work, await addContact(work, call.params.id, call.body)))
  }

  @Route.put(':id/contacts/:contactId', {
    summary: 'Change a contact',
    permission: 'CUSTOMERS_UPDATE',
    params: contactParams,
    body: updateContactBody,
    answer: contactList.answer,
  })
  updateContact(@Called() call: Call<UpdateContactBody, ListQuery, ContactParams>) {
    const { id, contactId } = call.params
    return call.write((work) =>
      updateContact(work, id, contactId, call.body).then(() => contactList.find(work, contactId)),
    )
  }

  @Route.delete(':id/contacts/:contactId', {
    summary: 'Delete a contact',
    permission: 'CUSTOMERS_UPDATE',
    params: contactParams,
    answer: removed,
  })
  deleteContact(@Called() call: Call<undefined, ListQuery, ContactParams>) {
    const { id, contactId } = call.params
    return call.write((work) =>
      deleteContact(work, id, contactId).then(() => ({ id: contactId, deleted: true as const })),
    )
  }

  @Route.get(':id/addresses', {
    summary: 'Addresses of a customer',
    permission: 'CUSTOMERS_VIEW',
    query: addressList.query,
    answer: addressList.answer,
    list: true,
  })
  addresses(@Called() call: Call<undefined, ListQuery>) {
    return call.read(async (work) => {
      const { id } = await customerList.find(work, call.params.id)
      return addressList.list(work, { ...call.query, customerId: id })
    })
  }

  @Route.post(':id/addresses', {
    summary: 'Add an address',
    permission: 'CUSTOMERS_UPDATE',
    body: addressIn,
    answer: addressList.answer,
    status: 201,
  })
  addAddress(@Called() call: Call<AddressIn>) {
    return call.write(async (work) => addressList.find(work, await addAddress(work, call.params.id, call.body)))
  }

  @Route.put(':id/addresses/:addressId', {
    summary: 'Change an address',
    permission: 'CUSTOMERS_UPDATE',
    params: addressParams,
    body: updateAddressBody,
    answer: addressList.answer,
  })
  updateAddress(@Called() call: Call<UpdateAddressBody, ListQuery, AddressParams>) {
    const { id, addressId } = call.params
    return call.write((work) =>
      updateAddress(work, id, addressId, call.body).then(() => addressList.find(work, addressId)),
    )
  }

  @Route.delete(':id/addresses/:addressId', {
    summary: 'Delete an address',
    permission: 'CUSTOMERS_UPDATE',
    params: addressParams,
    answer: removed,
  })
  deleteAddress(@Called() call: Call<undefined, ListQuery, AddressParams>) {
    const { id, addressId } = call.params
    return call.write((work) =>
      deleteAddress(work, id, addressId).then(() => ({ id: addressId, deleted: true as const })),
    )
  }
}
