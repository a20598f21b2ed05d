import type { CustomerWarning, UpdateCustomerBody } from '@prometric/contracts/customers'
import { normalizeBic, normalizeIban } from '../../kernel/kazakhstan/iban.js'
import { checkBin, checkIin } from '../../kernel/kazakhstan/iin-bin.js'
import { normalizePhone } from '../../kernel/kazakhstan/phone.js'
import { Money } from '../../kernel/money.js'
import { against, invalid, Refusal } from '../../kernel/refusal.js'

/** What people may write on a card, in the names of the wire. */
export const writable = [
  'type',
  'legalForm',
  'name',
  'companyName',
  'legalName',
  'firstName',
  'lastName',
  'middleName',
  'email',
  'phone',
  'website',
  'iin',
  'bin',
  'kbe',
  'bankAccount',
  'bankBik',
  'vatPayer',
  'vatCertificate',
  'industry',
  'companySize',
  'employeeCount',
  'annualRevenue',
  'leadSource',
  'campaignId',
  'assignedTo',
  'departmentId',
  'rating',
  'paymentTerms',
  'prepaymentPercent',
  'discountPercent',
  'priceListId',
  'preferredLanguage',
  'preferredChannel',
  'consentMarketing',
  'consentAt',
  'tags',
  'customFields',
  'preferences',
] as const

export type CardFields = Record<string, unknown>

type Written = Omit<UpdateCustomerBody, 'version' | 'creditLimit' | 'creditPolicy'>

/** Brings what was written into the forms we keep. Refuses what cannot be right, warns of what is merely odd. */
export function keptForms(written: Written, today: string): { fields: CardFields; warnings: CustomerWarning[] } {
  const warnings: CustomerWarning[] = []
  const fields: CardFields = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined))
  const keep = <T>(name: keyof Written, normal: (value: T) => unknown) => {
    if (fields[name] !== undefined && fields[name] !== null) fields[name] = normal(fields[name] as T)
  }
  keep<string>('phone', (phone) => soundPhone(phone, 'phone'))
  keep<string>('bankAccount', (account) => sound(normalizeIban(account), 'bankAccount'))
  keep<string>('bankBik', (bik) => sound(normalizeBic(bik), 'bankBik'))
  keep<number | string>('annualRevenue', (revenue) => Money.parse(revenue).tiyn.toString())
  keep<string[]>('tags', keptTags)
  keep<string>('bin', (bin) => {
    const checked = checkBin(bin)
    if (checked.result !== 'OK') throw new Refusal('BIN_INVALID', { result: checked.result }, 'bin')
    return checked.normalized
  })
  keep<string>('iin', (iin) => {
    const checked = checkIin(iin, today)
    if (checked.result.startsWith('BAD')) throw new Refusal('IIN_INVALID', { result: checked.result }, 'iin')
    if (checked.result === 'WARN_UNDECODABLE') warnings.push({ code: 'IIN_UNDECODABLE', field: 'iin' })
    return checked.normalized
  })
  return { fields, warnings }
}

/** A person has no BIN, a company no IIN, and either must be reachable. */
export function checkIdentity(card: {
  type: unknown
  iin?: unknown
  bin?: unknown
  email?: unknown
  phone?: unknown
}): void {
  if (card.type === 'COMPANY' && card.iin) throw against('COMPANY_HAS_NO_IIN', {}, 'iin')
  if (card.type === 'INDIVIDUAL' && card.bin) throw against('PERSON_HAS_NO_BIN', {}, 'bin')
  if (!card.email && !card.phone) throw invalid('email', 'EMAIL_OR_PHONE')
}

/** Lower case, each once. */
export const keptTags = (tags: readonly string[]): string[] => [...new Set(tags.map((tag) => tag.trim().toLowerCase()))]

export const soundPhone = (phone: string, field: string): string => sound(normalizePhone(phone), field)

function sound(normal: string | null, field: string): string {
  if (normal === null) throw invalid(field, 'MALFORMED')
  return normal
}

/** A record that `jsonb_populate_record` reads: columns for names. */
export const asColumns = (fields: CardFields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [columnName(name), value]))

export const columnName = (name: string): string => name.replace(/[A-Z]/g, (letter) => '_' + letter.toLowerCase())
