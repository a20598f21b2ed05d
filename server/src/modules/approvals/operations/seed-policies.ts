import { unitOf } from '@prometric/contracts/approvals'
import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { defaultPolicies } from '../default-policies.js'

/** Gives a new workspace the policies that it starts with. */
export async function seedPolicies(work: UnitOfWork): Promise<void> {
  const rows = defaultPolicies.map((policy) => ({ id: newId(), unit: unitOf(policy.type), ...policy }))
  await work.rows(insert, [work.workspaceId, work.organizationId, JSON.stringify(rows), work.actor.userId])
}

const insert = sql`
  insert into app.approval_policies (organization_id, workspace_id, id, type, unit, levels, grants_own, created_by, updated_by)
  select $2, $1, p.id, p.type, p.unit, p.levels, p."grantsOwn", $4, $4
  from json_to_recordset($3::json) as p(id uuid, type text, unit text, levels jsonb, "grantsOwn" boolean)`
