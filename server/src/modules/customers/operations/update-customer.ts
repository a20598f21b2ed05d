import type { CustomerWarning, UpdateCustomerBody } from '@prometric/contracts/customers'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { asColumns, checkIdentity, columnName, keptForms, writable } from '../customer.fields.js'
import { assignmentOf, announceAssignment } from './assign-customer.js'
import { changeCredit } from './change-credit.js'
import { lockCustomer } from './lock-customer.js'
import { asDuplicate, refuseTaken } from './refuse-taken.js'

/** Changes what was named, clears what is null, leaves the rest. Credit goes the way of every credit change. */
export async function updateCustomer(
  work: UnitOfWork,
  id: string,
  command: UpdateCustomerBody,
  ifMatch?: number,
): Promise<{ warnings: CustomerWarning[] }> {
  const { version, creditLimit, creditPolicy, ...written } = command
  const changesCredit = creditLimit !== undefined || creditPolicy !== undefined
  if (changesCredit) work.require('CUSTOMERS_CREDIT_MANAGE')
  const customer = await lockCustomer(work, id, { version, ifMatch })
  const { fields, warnings } = keptForms(written, work.today)
  const changes = Object.keys(fields)
  if (changes.length > 0) {
    checkIdentity({ ...customer, ...fields })
    await refuseTaken(work, fields, id)
    if (fields['assignedTo'] !== undefined)
      Object.assign(fields, await assignmentOf(work, fields['assignedTo'] as string | null))
    if (fields['consentMarketing'] === true && !customer.consentMarketing) fields['consentAt'] = work.now
    const row = await work
      .row<{ version: number }>(update, [work.workspaceId, id, JSON.stringify(asColumns(fields)), work.actor.userId])
      .catch((error: unknown) => {
        throw asDuplicate(error)
      })
    work.announce({
      name: 'customer.updated',
      aggregateType: 'customer',
      aggregateId: id,
      aggregateVersion: row!.version,
      payload: { customerId: id, changes, version: row!.version },
    })
    announceAssignment(work, customer, fields['assignedTo'] as string | null | undefined, row!.version)
  }
  if (changesCredit) await changeCredit(work, id, { creditLimit, creditPolicy, reason: 'customer.updated' })
  return { warnings }
}

const columns = piece(writable.map(columnName).join(', '))
const changed = piece(writable.map((name) => 'next.' + columnName(name)).join(', '))

// Keys that the record lacks keep the row's value, nulls clear it.
const update = sql`
  update app.customers customer set (${columns}) = (select ${changed} from jsonb_populate_record(customer, $3::jsonb) next),
    version = version + 1, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and id = $2 returning version`
