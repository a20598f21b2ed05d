import type { CreditPolicy, CustomerStatus } from '@prometric/contracts/customers'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface LockedCustomer {
  readonly id: string
  readonly customerNumber: string
  readonly name: string
  readonly type: string
  readonly status: CustomerStatus
  readonly version: number
  readonly isActive: boolean
  readonly email: string | null
  readonly phone: string | null
  readonly iin: string | null
  readonly bin: string | null
  readonly assignedTo: string | null
  readonly departmentId: string | null
  readonly createdBy: string | null
  readonly purchaseCount: number
  readonly balance: bigint
  readonly creditLimit: bigint
  readonly creditPolicy: CreditPolicy
  readonly temporaryCreditLimit: bigint | null
  readonly consentMarketing: boolean
  readonly mergedIntoId: string | null
  readonly deleted: boolean
}

/** What the caller believes the row's version to be: from the body, or from If-Match. */
export interface Expected {
  readonly version?: number | undefined
  readonly ifMatch?: number | undefined
}

/** The customer, locked until the commit. Others' customers, to those who see only theirs, do not exist. */
export async function lockCustomer(work: UnitOfWork, id: string, expected: Expected = {}): Promise<LockedCustomer> {
  const customer = await work.row<LockedCustomer>(lock, [work.workspaceId, id])
  if (!customer || customer.deleted || !mayTouch(work, customer)) throw new Refusal('NOT_FOUND')
  const { version } = customer
  if (expected.ifMatch !== undefined && expected.ifMatch !== version)
    throw new Refusal('PRECONDITION_FAILED', { currentVersion: version })
  if (expected.version !== undefined && expected.version !== version)
    throw new Refusal('VERSION_CONFLICT', { currentVersion: version })
  return customer
}

/** A deleted customer, locked, for its return. */
export async function lockDeletedCustomer(work: UnitOfWork, id: string): Promise<LockedCustomer> {
  const customer = await work.row<LockedCustomer>(lock, [work.workspaceId, id])
  if (!customer?.deleted || !mayTouch(work, customer)) throw new Refusal('NOT_FOUND')
  return customer
}

function mayTouch({ actor }: UnitOfWork, customer: LockedCustomer): boolean {
  if (actor.scope === 'WORKSPACE') return true
  if (customer.createdBy !== null && customer.createdBy === actor.userId) return true
  if (customer.assignedTo !== null && customer.assignedTo === actor.employeeId) return true
  return actor.scope === 'DEPARTMENT' && customer.departmentId !== null && customer.departmentId === actor.departmentId
}

const lock = sql`
  select id, customer_number as "customerNumber", name, type, status, version, is_active as "isActive", email, phone, iin, bin,
    assigned_to as "assignedTo", department_id as "departmentId", created_by as "createdBy", purchase_count as "purchaseCount", balance,
    credit_limit as "creditLimit", credit_policy as "creditPolicy", temporary_credit_limit as "temporaryCreditLimit",
    consent_marketing as "consentMarketing", merged_into_id as "mergedIntoId", deleted_at is not null as deleted
  from app.customers where workspace_id = $1 and id = $2 for no key update`
