import type { AddressIn, ContactIn, UpdateAddressBody, UpdateContactBody } from '@prometric/contracts/customer-details'
import { newId } from '../../kernel/ids.js'
import { soundPhone, type CardFields } from './customer.fields.js'

export const contactColumns =
  'first_name, last_name, middle_name, position, department, email, phone, mobile_phone, is_primary, is_decision_maker, birthday, social_media, preferred_language, notes'
export const addressColumns =
  'type, label, street, building, apartment, city, region, postal_code, country, kato, is_primary, is_default_billing, is_default_shipping, contact_name, contact_phone, delivery_instructions, latitude, longitude'

/** A new contact with an id and its defaults, its phones in the form we keep. */
export function newContact(contact: ContactIn, at = ''): CardFields {
  return { id: newId(), isPrimary: false, isDecisionMaker: false, socialMedia: {}, ...contactForms(contact, at) }
}

/** A new address with an id and its defaults. */
export function newAddress(address: AddressIn, at = ''): CardFields {
  return {
    id: newId(),
    country: 'KZ',
    isPrimary: false,
    isDefaultBilling: false,
    isDefaultShipping: false,
    ...addressForms(address, at),
  }
}

export function contactForms(contact: ContactIn | UpdateContactBody, at = ''): CardFields {
  return withPhones(contact, ['phone', 'mobilePhone'], at)
}

export function addressForms(address: AddressIn | UpdateAddressBody, at = ''): CardFields {
  return withPhones(address, ['contactPhone'], at)
}

/** At most one primary of each kind: the first that claims it. */
export function onePrimary(rows: readonly CardFields[], kind: (row: CardFields) => unknown = () => ''): CardFields[] {
  const taken = new Set<unknown>()
  return rows.map((row) => {
    if (!row['isPrimary']) return row
    if (taken.has(kind(row))) return { ...row, isPrimary: false }
    taken.add(kind(row))
    return row
  })
}

function withPhones(written: object, phones: readonly string[], at: string): CardFields {
  const fields: CardFields = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined))
  for (const name of phones) if (typeof fields[name] === 'string') fields[name] = soundPhone(fields[name], at + name)
  return fields
}
