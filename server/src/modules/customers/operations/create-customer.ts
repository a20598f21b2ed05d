import type { CreateCustomerBody, CustomerWarning } from '@prometric/contracts/customers'
import { newId } from '../../../kernel/ids.js'
import { Money } from '../../../kernel/money.js'
import { invalid, Refusal } from '../../../kernel/refusal.js'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { addressColumns, contactColumns, newAddress, newContact, onePrimary } from '../customer.details.js'
import { asColumns, type CardFields, checkIdentity, columnName, keptForms, writable } from '../customer.fields.js'
import { initialLeadScore } from '../customer.scores.js'
import { departmentOfAssignee } from './find-assignee.js'
import { refuseTaken } from './refuse-taken.js'

export interface MadeCustomer {
  readonly id: string
  readonly customerNumber: string
  readonly warnings: readonly CustomerWarning[]
}

/** A new card with its contacts, addresses and first line of history, in one statement. */
export async function createCustomer(work: UnitOfWork, command: CreateCustomerBody): Promise<MadeCustomer> {
  const {
    contacts = [],
    addresses = [],
    ignoreDuplicates,
    status = 'LEAD',
    reason,
    source,
    creditLimit,
    creditPolicy,
    ...written
  } = command
  if (creditLimit !== undefined || creditPolicy !== undefined) work.require('CUSTOMERS_CREDIT_MANAGE')
  if (status === 'ACTIVE') {
    work.require('CUSTOMERS_UPDATE')
    if (!reason) throw invalid('reason', 'REQUIRED')
  }
  const { fields, warnings } = keptForms({ ...written, leadSource: written.leadSource ?? source }, work.today)
  const limit = Money.parse(creditLimit ?? 0)
  const card: CardFields & { type: unknown } = {
    ...(await filledIn(work, fields)),
    status,
    creditLimit: limit.tiyn.toString(),
    creditPolicy: creditPolicy ?? (limit.isPositive() ? 'HOLD' : 'NONE'),
  }
  checkIdentity(card)
  const id = newId()
  const customerNumber = await work.number('CUS')
  const made = await work.row(insertCustomer, [
    work.workspaceId,
    work.organizationId,
    id,
    customerNumber,
    work.actor.userId,
    JSON.stringify(asColumns(card)),
    JSON.stringify(onePrimary(contacts.map((contact, i) => newContact(contact, `contacts[${i}].`))).map(asColumns)),
    JSON.stringify(
      onePrimary(
        addresses.map((address, i) => newAddress(address, `addresses[${i}].`)),
        (row) => row['type'],
      ).map(asColumns),
    ),
    [newId(), newId()],
    reason ?? null,
    fields['leadSource'] === 'IMPORT' ? 'IMPORT' : 'MANUAL',
  ])
  if (!made) {
    await refuseTaken(work, fields)
    throw new Refusal('CUSTOMER_DUPLICATE')
  }
  work.announce({
    name: 'customer.created',
    aggregateType: 'customer',
    aggregateId: id,
    aggregateVersion: 1,
    payload: {
      customerId: id,
      type: card['type'],
      status,
      name: card['name'],
      leadSource: card['leadSource'] ?? null,
      assignedTo: card['assignedTo'] ?? null,
    },
  })
  if (!ignoreDuplicates && fields['phone']) {
    const twin = await work.row<{ id: string }>(samePhone, [work.workspaceId, fields['phone'], id])
    if (twin) warnings.push({ code: 'PHONE_DUPLICATE', field: 'phone', existingId: twin.id })
  }
  return { id, customerNumber, warnings }
}

/** Everything a card has when nobody said otherwise. Who sees only their own customers keeps the ones they make. */
async function filledIn(work: UnitOfWork, fields: CardFields): Promise<CardFields & { type: unknown }> {
  const company = (fields['type'] ?? 'COMPANY') === 'COMPANY'
  const mine = work.actor.scope === 'OWN' ? work.actor.employeeId : null
  const assignedTo = (fields['assignedTo'] as string | null | undefined) ?? mine
  const departmentId = assignedTo ? await departmentOfAssignee(work, assignedTo) : work.actor.departmentId
  return {
    type: 'COMPANY',
    vatPayer: false,
    rating: 5,
    paymentTerms: 'NET_30',
    prepaymentPercent: 100,
    discountPercent: 0,
    preferredLanguage: 'ru',
    consentMarketing: false,
    tags: [],
    customFields: {},
    preferences: {},
    ...(company ? { companyName: fields['name'], legalName: fields['name'] } : {}),
    ...fields,
    assignedTo,
    departmentId,
    leadScore: initialLeadScore(fields['leadSource'] as string | undefined),
    ...(fields['consentMarketing'] ? { consentAt: work.now } : {}),
  }
}

const columns = piece([...writable, 'status', 'leadScore', 'creditLimit', 'creditPolicy'].map(columnName).join(', '))
const contacts = piece(contactColumns)
const addresses = piece(addressColumns)

// A taken e-mail, IIN or BIN makes no row: the caller then asks whose it is.
const insertCustomer = sql`
  with made as (
    insert into app.customers (organization_id, workspace_id, id, customer_number, created_by, updated_by, created_at, updated_at,
      converted_at, conversion_source, ${columns})
    select $2, $1, $3, $4, $5, $5, app.now(), app.now(),
      case when status = 'ACTIVE' then app.now() end, case when status = 'ACTIVE' then 'MANUAL' end, ${columns}
    from jsonb_populate_record(null::app.customers, $6::jsonb)
    on conflict do nothing
    returning id, status, credit_limit, credit_policy
  ), contact as (
    insert into app.customer_contacts (organization_id, workspace_id, id, customer_id, created_by, updated_by, created_at, updated_at, ${contacts})
    select $2, $1, row.id, made.id, $5, $5, app.now(), app.now(), ${contacts}
    from made, jsonb_populate_recordset(null::app.customer_contacts, $7::jsonb) row
  ), address as (
    insert into app.customer_addresses (organization_id, workspace_id, id, customer_id, created_by, updated_by, created_at, updated_at, ${addresses})
    select $2, $1, row.id, made.id, $5, $5, app.now(), app.now(), ${addresses}
    from made, jsonb_populate_recordset(null::app.customer_addresses, $8::jsonb) row
  ), history as (
    insert into app.customer_status_history (organization_id, workspace_id, id, customer_id, to_status, reason, source, changed_by, changed_at)
    select $2, $1, ($9::uuid[])[1], made.id, made.status, $10, $11, $5, app.now() from made
  ), credit as (
    insert into app.customer_credit_changes (organization_id, workspace_id, id, customer_id, old_limit, new_limit, policy, reason, created_by, created_at)
    select $2, $1, ($9::uuid[])[2], made.id, 0, made.credit_limit, made.credit_policy, 'customer.created', $5, app.now()
    from made where made.credit_limit > 0
  )
  select id from made`

const samePhone = sql`select id from app.customers where workspace_id = $1 and phone = $2 and id <> $3 and deleted_at is null limit 1`
