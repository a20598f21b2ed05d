import { invalid, Refusal } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

export interface Named {
  readonly customerId: string
  readonly contactPersonId?: string | null | undefined
  readonly deliveryAddressId?: string | null | undefined
  readonly assignedTo?: string | null | undefined
}

interface Found {
  readonly customerFound: boolean
  readonly blocked: boolean
  readonly leadSource: string | null
  readonly contactFits: boolean
  readonly addressFits: boolean
  readonly assigneeFits: boolean
  readonly departmentId: string | null
}

/** Looks up everybody a deal names, and refuses those it may not name. */
export async function partiesOf(work: UnitOfWork, named: Named): Promise<Pick<Found, 'leadSource' | 'departmentId'>> {
  const { customerId, contactPersonId = null, deliveryAddressId = null, assignedTo = null } = named
  const found = (await work.row<Found>(lookUp, [
    work.workspaceId,
    customerId,
    contactPersonId,
    deliveryAddressId,
    assignedTo,
  ]))!
  if (!found.customerFound) throw new Refusal('NO_CUSTOMER', { customerId }, 'customerId')
  if (found.blocked) throw new Refusal('CUSTOMER_BLOCKED', { customerId }, 'customerId')
  if (!found.contactFits) throw invalid('contactPersonId', 'CONTACT_OF_THE_CUSTOMER')
  if (!found.addressFits) throw invalid('deliveryAddressId', 'ADDRESS_OF_THE_CUSTOMER')
  if (!found.assigneeFits) throw invalid('assignedTo', 'ACTIVE_EMPLOYEE')
  return found
}

const lookUp = sql`
  select customer.id is not null as "customerFound", coalesce(not customer.is_active or customer.merged_into_id is not null, false) as blocked,
    customer.lead_source as "leadSource", $5::uuid is null or employee.id is not null as "assigneeFits", employee.department_id as "departmentId",
    $3::uuid is null or exists (select from app.customer_contacts c where c.workspace_id = $1 and c.id = $3 and c.customer_id = $2 and c.deleted_at is null) as "contactFits",
    $4::uuid is null or exists (select from app.customer_addresses a where a.workspace_id = $1 and a.id = $4 and a.customer_id = $2 and a.deleted_at is null) as "addressFits"
  from (select $1::uuid as workspace_id) asked
  left join app.customers customer on customer.workspace_id = asked.workspace_id and customer.id = $2 and customer.deleted_at is null
  left join app.employees employee on employee.workspace_id = asked.workspace_id and employee.id = $5 and employee.status = 'ACTIVE' and employee.deleted_at is null`
