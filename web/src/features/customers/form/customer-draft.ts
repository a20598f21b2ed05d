import type { Customer } from '../customer-answer.js'

/** A customer as the form holds them: every field is text or a figure, nothing is empty text. */
export function draftOf(customer?: Customer) {
  return {
    type: customer?.type ?? ('COMPANY' as Customer['type']),
    legalForm: (customer?.legalForm ?? null) as string | null,
    name: customer?.name ?? '',
    legalName: customer?.legalName ?? '',
    bin: customer?.bin ?? '',
    iin: customer?.iin ?? '',
    phone: customer?.phone ?? '',
    email: customer?.email ?? '',
    website: customer?.website ?? '',
    industry: customer?.industry ?? '',
    assignedTo: customer?.assignedTo ?? null,
    leadSource: (customer?.leadSource ?? null) as string | null,
    preferredLanguage: (customer?.preferredLanguage ?? 'ru') as string | null,
    paymentTerms: (customer?.paymentTerms ?? 'NET_30') as string | null,
    prepaymentPercent: (customer?.prepaymentPercent ?? 100) as number | null,
    discountPercent: (customer?.discountPercent ?? 0) as number | null,
    vatPayer: customer?.vatPayer ?? false,
    vatCertificate: customer?.vatCertificate ?? '',
    kbe: customer?.kbe ?? '',
    bankAccount: customer?.bankAccount ?? '',
    bankBik: customer?.bankBik ?? '',
    tags: (customer?.tags ?? []).join(', '),
  }
}
export type CustomerDraft = ReturnType<typeof draftOf>

/** Fields that may not be left empty: an empty one is not sent. */
const always = new Set<keyof CustomerDraft>([
  'type',
  'name',
  'preferredLanguage',
  'paymentTerms',
  'prepaymentPercent',
  'discountPercent',
  'vatPayer',
])

/** What is another now, as the API takes it. */
export function changesOf(before: CustomerDraft, now: CustomerDraft): Record<string, unknown> {
  const named = (Object.keys(now) as (keyof CustomerDraft)[]).filter((name) => sent(now, name) !== sent(before, name))
  const said = named.filter((name) => !(always.has(name) && sent(now, name) === null))
  return Object.fromEntries(said.map((name) => [name, name === 'tags' ? tagsOf(now.tags) : sent(now, name)]))
}

/** Somebody new: only what was filled in. */
export function newOf(now: CustomerDraft): Record<string, unknown> {
  const changes = Object.entries(changesOf(draftOf(), now)).filter(([, value]) => value !== null)
  return { type: now.type, name: now.name.trim(), ...Object.fromEntries(changes) }
}

/** A company has no IIN, a person no BIN. */
function sent(draft: CustomerDraft, name: keyof CustomerDraft): string | number | boolean | null {
  if (name === (draft.type === 'COMPANY' ? 'iin' : 'bin')) return null
  const value = draft[name]
  return typeof value === 'string' ? value.trim() || null : value
}

const tagsOf = (text: string): string[] =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)
