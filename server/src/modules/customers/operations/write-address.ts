import type { AddressIn, UpdateAddressBody } from '@prometric/contracts/customer-details'
import { Refusal } from '../../../kernel/refusal.js'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { addressColumns, addressForms, newAddress } from '../customer.details.js'
import { asColumns } from '../customer.fields.js'
import { lockCustomer } from './lock-customer.js'

/** Adds an address. A new primary takes the place of the old one of its type. */
export async function addAddress(work: UnitOfWork, customerId: string, command: AddressIn): Promise<string> {
  await lockCustomer(work, customerId)
  const address = newAddress(command)
  const id = address['id'] as string
  if (address['isPrimary']) await work.rows(yieldPrimary, [work.workspaceId, customerId, id, address['type']])
  await work.rows(insert, [
    work.workspaceId,
    work.organizationId,
    customerId,
    work.actor.userId,
    JSON.stringify(asColumns(address)),
  ])
  return id
}

/** Changes what was named of an address; documents keep the copy they were made with. */
export async function updateAddress(
  work: UnitOfWork,
  customerId: string,
  id: string,
  command: UpdateAddressBody,
): Promise<void> {
  await lockCustomer(work, customerId)
  const fields = addressForms(command)
  const before = await work.row<{ type: string; isPrimary: boolean }>(kindOf, [work.workspaceId, customerId, id])
  if (!before) throw new Refusal('NOT_FOUND')
  const after = { ...before, ...fields }
  if (after.isPrimary) await work.rows(yieldPrimary, [work.workspaceId, customerId, id, after.type])
  await work.rows(update, [work.workspaceId, customerId, id, JSON.stringify(asColumns(fields)), work.actor.userId])
}

/** Puts an address away. */
export async function deleteAddress(work: UnitOfWork, customerId: string, id: string): Promise<void> {
  await lockCustomer(work, customerId)
  if (!(await work.row(putAway, [work.workspaceId, customerId, id, work.actor.userId]))) throw new Refusal('NOT_FOUND')
}

const columns = piece(addressColumns)
const changed = piece(addressColumns.replace(/\w+/g, (column) => 'next.' + column))

const yieldPrimary = sql`
  update app.customer_addresses set is_primary = false, updated_at = app.now()
  where workspace_id = $1 and customer_id = $2 and id <> $3 and type = $4 and is_primary and deleted_at is null`
const insert = sql`
  insert into app.customer_addresses (organization_id, workspace_id, id, customer_id, created_by, updated_by, created_at, updated_at, ${columns})
  select $2, $1, id, $3, $4, $4, app.now(), app.now(), ${columns} from jsonb_populate_record(null::app.customer_addresses, $5::jsonb)`
const kindOf = sql`
  select type, is_primary as "isPrimary" from app.customer_addresses
  where workspace_id = $1 and customer_id = $2 and id = $3 and deleted_at is null`
const update = sql`
  update app.customer_addresses address set (${columns}) = (select ${changed} from jsonb_populate_record(address, $4::jsonb) next),
    updated_at = app.now(), updated_by = $5
  where workspace_id = $1 and customer_id = $2 and id = $3 and deleted_at is null`
const putAway = sql`
  update app.customer_addresses set deleted_at = app.now(), deleted_by = $4, is_primary = false, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and customer_id = $2 and id = $3 and deleted_at is null returning id`
