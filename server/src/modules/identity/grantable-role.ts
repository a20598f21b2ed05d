import { Refusal } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

export interface Role {
  readonly id: string
  readonly code: string
  readonly baseRole: 'OWNER' | 'ADMIN' | 'MANAGER' | 'EMPLOYEE'
}

/** A role that the acting person may give: only an owner makes owners, only an owner or administrator makes administrators. */
export async function grantableRole(
  work: UnitOfWork,
  { code, id }: { code?: string | undefined; id?: string | undefined },
): Promise<Role> {
  const role = await work.row<Role>(findRole, [work.organizationId, code ?? null, id ?? null])
  if (!role) throw new Refusal('NOT_FOUND', {}, code === undefined ? 'roleId' : 'roleCode')
  mustOutrank(work, role.baseRole)
  return role
}

/** Refuses to touch somebody who stands above the acting person. */
export function mustOutrank(work: UnitOfWork, baseRole: Role['baseRole']): void {
  if (work.actor.permissions === 'ALL' || work.actor.role === 'OWNER') return
  if (baseRole === 'OWNER' || (baseRole === 'ADMIN' && work.actor.role !== 'ADMIN'))
    throw new Refusal('FORBIDDEN', { role: baseRole })
}

const findRole = sql`
  select id, code, base_role as "baseRole" from app.roles where organization_id = $1 and (code = $2 or id = $3::uuid) and deleted_at is null`
