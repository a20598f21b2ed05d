// What other modules may ask of customers.

import type { CreditPolicy, CustomerStatus } from '@prometric/contracts/customers'
import { Refusal } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

/** What a new document takes from its customer. */
export interface CustomerForDocument {
  readonly id: string
  readonly name: string
  readonly status: CustomerStatus
  readonly version: number
  readonly paymentTerms: string
  readonly prepaymentPercent: string
  readonly discountPercent: string
  readonly priceListId: string | null
  readonly creditPolicy: CreditPolicy
  readonly assignedTo: string | null
  readonly departmentId: string | null
}

/** A customer with whom a new deal, order or invoice may be made. Refuses NOT_FOUND and CUSTOMER_BLOCKED, naming the field. */
export async function customerForDocument(work: UnitOfWork, customerId: string): Promise<CustomerForDocument> {
  const found = await work.row<CustomerForDocument & { isActive: boolean }>(find, [work.workspaceId, customerId])
  if (!found) throw new Refusal('NOT_FOUND', { customerId }, 'customerId')
  const { isActive, ...customer } = found
  if (!isActive) throw new Refusal('CUSTOMER_BLOCKED', { customerId }, 'customerId')
  return customer
}

const find = sql`
  select id, name, status, version, is_active as "isActive", payment_terms as "paymentTerms", prepayment_percent as "prepaymentPercent",
    discount_percent as "discountPercent", price_list_id as "priceListId", credit_policy as "creditPolicy", assigned_to as "assignedTo",
    department_id as "departmentId"
  from app.customers where workspace_id = $1 and id = $2 and deleted_at is null`
