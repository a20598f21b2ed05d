import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** The payment that its provider has already told of; payments entered by hand count as one provider. */
export async function paymentOf(
  work: UnitOfWork,
  { externalId, gateway }: { externalId?: string | undefined; gateway?: string | undefined },
): Promise<string | undefined> {
  if (!externalId) return undefined
  const row = await work.row<{ id: string }>(findExternal, [work.workspaceId, gateway ?? '', externalId])
  return row?.id
}

const findExternal = sql`select id from app.payments where workspace_id = $1 and coalesce(gateway, '') = $2 and external_id = $3`
