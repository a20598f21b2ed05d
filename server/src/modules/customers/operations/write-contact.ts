import type { ContactIn, UpdateContactBody } from '@prometric/contracts/customer-details'
import { invalid, Refusal } from '../../../kernel/refusal.js'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { contactColumns, contactForms, newContact } from '../customer.details.js'
import { asColumns } from '../customer.fields.js'
import { lockCustomer } from './lock-customer.js'

/** Adds a contact person. A new primary takes the place of the old one. */
export async function addContact(work: UnitOfWork, customerId: string, command: ContactIn): Promise<string> {
  await lockCustomer(work, customerId)
  const contact = newContact(command)
  const id = contact['id'] as string
  if (contact['isPrimary']) await work.rows(yieldPrimary, [work.workspaceId, customerId, id])
  await work.rows(insert, [
    work.workspaceId,
    work.organizationId,
    customerId,
    work.actor.userId,
    JSON.stringify(asColumns(contact)),
  ])
  return id
}

/** Changes what was named of a contact. */
export async function updateContact(
  work: UnitOfWork,
  customerId: string,
  id: string,
  command: UpdateContactBody,
): Promise<void> {
  await lockCustomer(work, customerId)
  const fields = contactForms(command)
  const before = await work.row<{ email: string | null; phone: string | null; mobilePhone: string | null }>(reach, [
    work.workspaceId,
    customerId,
    id,
  ])
  if (!before) throw new Refusal('NOT_FOUND')
  const after = { ...before, ...fields }
  if (!after.email && !after.phone && !after.mobilePhone) throw invalid('email', 'EMAIL_OR_PHONE')
  if (fields['isPrimary']) await work.rows(yieldPrimary, [work.workspaceId, customerId, id])
  await work.rows(update, [work.workspaceId, customerId, id, JSON.stringify(asColumns(fields)), work.actor.userId])
}

/** Puts a contact away. Documents that name it keep it. */
export async function deleteContact(work: UnitOfWork, customerId: string, id: string): Promise<void> {
  await lockCustomer(work, customerId)
  if (!(await work.row(putAway, [work.workspaceId, customerId, id, work.actor.userId]))) throw new Refusal('NOT_FOUND')
}

const columns = piece(contactColumns)
const changed = piece(contactColumns.replace(/\w+/g, (column) => 'next.' + column))

const yieldPrimary = sql`
  update app.customer_contacts set is_primary = false, updated_at = app.now()
  where workspace_id = $1 and customer_id = $2 and id <> $3 and is_primary and deleted_at is null`
const insert = sql`
  insert into app.customer_contacts (organization_id, workspace_id, id, customer_id, created_by, updated_by, created_at, updated_at, ${columns})
  select $2, $1, id, $3, $4, $4, app.now(), app.now(), ${columns} from jsonb_populate_record(null::app.customer_contacts, $5::jsonb)`
const reach = sql`
  select email, phone, mobile_phone as "mobilePhone" from app.customer_contacts
  where workspace_id = $1 and customer_id = $2 and id = $3 and deleted_at is null`
const update = sql`
  update app.customer_contacts contact set (${columns}) = (select ${changed} from jsonb_populate_record(contact, $4::jsonb) next),
    updated_at = app.now(), updated_by = $5
  where workspace_id = $1 and customer_id = $2 and id = $3 and deleted_at is null`
const putAway = sql`
  update app.customer_contacts set deleted_at = app.now(), deleted_by = $4, is_primary = false, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and customer_id = $2 and id = $3 and deleted_at is null returning id`
