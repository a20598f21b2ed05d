import type { UpdateMemberBody } from '@prometric/contracts/people'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { grantableRole } from '../grantable-role.js'
import { lockMember, mustLeaveAnOwner } from '../member-standing.js'

/** Changes a member's role or rights. Nobody gives a right that they do not have themselves. */
export async function updateMember(
  work: UnitOfWork,
  memberId: string,
  change: UpdateMemberBody,
): Promise<{ userId: string }> {
  const member = await lockMember(work, memberId)
  const named = change.roleId !== undefined || change.roleCode !== undefined
  const role = named ? await grantableRole(work, { id: change.roleId, code: change.roleCode }) : undefined
  for (const permission of change.extraPermissions ?? []) work.require(permission)
  if ((role && role.code !== 'OWNER') || change.status === 'DISABLED') await mustLeaveAnOwner(work, member)
  await work.rows(update, [
    work.workspaceId,
    memberId,
    role?.id ?? null,
    change.extraPermissions ?? null,
    change.deniedPermissions ?? null,
    change.dataScope !== undefined,
    change.dataScope ?? null,
    change.status ?? null,
  ])
  if (role && member.employeeId) await work.rows(setBaseRole, [work.workspaceId, member.employeeId, role.baseRole])
  if (change.status && member.employeeId)
    await work.rows(setEmployment, [
      work.workspaceId,
      member.employeeId,
      change.status === 'ACTIVE' ? 'ACTIVE' : 'INACTIVE',
    ])
  if (role && role.id !== member.roleId)
    work.announce({
      name: 'member.role.changed',
      aggregateType: 'member',
      aggregateId: memberId,
      aggregateVersion: 1,
      payload: { memberId, userId: member.userId, from: member.roleCode, to: role.code },
    })
  return { userId: member.userId }
}

const update = sql`
  update app.workspace_members set role_id = coalesce($3, role_id), extra_permissions = coalesce($4, extra_permissions),
    denied_permissions = coalesce($5, denied_permissions), data_scope = case when $6 then $7 else data_scope end, status = coalesce($8, status), updated_at = app.now()
  where workspace_id = $1 and id = $2`
const setBaseRole = sql`
  update app.employees set organization_role = $3, version = version + 1, updated_at = app.now() where workspace_id = $1 and id = $2`
const setEmployment = sql`
  update app.employees set status = $3, version = version + 1, updated_at = app.now() where workspace_id = $1 and id = $2 and status in ('ACTIVE', 'INACTIVE')
    and status <> $3`
