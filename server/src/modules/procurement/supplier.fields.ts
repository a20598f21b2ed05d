import type { CreateSupplierBody, UpdateSupplierBody } from '@prometric/contracts/procurement'
import { normalizeBic, normalizeIban } from '../../kernel/kazakhstan/iban.js'
import { checkBin, checkIin } from '../../kernel/kazakhstan/iin-bin.js'
import { normalizePhone } from '../../kernel/kazakhstan/phone.js'
import { invalid } from '../../kernel/refusal.js'

/** The columns a person may write, as the keys of the body. */
export const writable = [
  'name',
  'legalName',
  'bin',
  'iin',
  'vatPayer',
  'email',
  'phone',
  'address',
  'bankAccount',
  'bankBik',
  'kbe',
  'paymentTerms',
  'leadTimeDays',
  'rating',
  'status',
  'contacts',
  'categories',
  'tags',
  'customFields',
] as const

type Written = Partial<CreateSupplierBody> | Omit<UpdateSupplierBody, 'version'>
const column = (name: string): string => name.replace(/[A-Z]/g, (letter) => '_' + letter.toLowerCase())

export const writableColumns = writable.map(column)

/** What was written, in the forms that are kept, by column. Refuses numbers that are none. */
export function keptColumns(written: Written, today: string): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...written }
  if (written.bin) refuseUnless(/^(OK|WARN)/.test(checkBin(written.bin).result), 'bin')
  if (written.iin) refuseUnless(/^(OK|WARN)/.test(checkIin(written.iin, today).result), 'iin')
  if (written.email) kept['email'] = written.email.toLowerCase()
  if (written.phone) kept['phone'] = given(normalizePhone(written.phone), 'phone')
  if (written.bankAccount) kept['bankAccount'] = given(normalizeIban(written.bankAccount), 'bankAccount')
  if (written.bankBik) kept['bankBik'] = given(normalizeBic(written.bankBik), 'bankBik')
  return Object.fromEntries(
    Object.entries(kept)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [column(name), value]),
  )
}

function refuseUnless(fits: boolean, field: string): void {
  if (!fits) throw invalid(field, 'MALFORMED')
}

function given(value: string | null, field: string): string {
  if (value === null) throw invalid(field, 'MALFORMED')
  return value
}
