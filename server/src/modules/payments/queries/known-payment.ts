import type { PaymentMethod } from '@prometric/contracts/payments'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

interface KnownPayment {
  readonly id: string
  readonly amount: bigint
  readonly method: PaymentMethod
  readonly customerId: string
}

/** The payment that its provider has already told of; payments entered by hand count as one provider. */
export async function paymentOf(
  work: UnitOfWork,
  { externalId, gateway }: { externalId?: string | undefined; gateway?: string | undefined },
): Promise<KnownPayment | undefined> {
  return externalId ? work.row<KnownPayment>(findExternal, [work.workspaceId, gateway ?? '', externalId]) : undefined
}

const findExternal = sql`
  select id, amount, method, customer_id as "customerId" from app.payments
  where workspace_id = $1 and coalesce(gateway, '') = $2 and external_id = $3`
