import { roleCard } from '@prometric/contracts/people'
import type { z } from 'zod'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

type RoleCard = z.infer<typeof roleCard>

/** The roles of the organization, with how many members of this workspace hold each. */
export async function roleList(work: UnitOfWork): Promise<RoleCard[]> {
  return (await work.rows<{ row: RoleCard }>(findRoles, [work.workspaceId, work.organizationId])).map(
    (found) => found.row,
  )
}

const findRoles = sql`
  select json_build_object('id', r.id, 'code', r.code, 'name', r.name, 'nameTranslations', r.name_translations, 'isSystem', r.is_system,
    'baseRole', r.base_role, 'dataScope', r.data_scope,
    'permissions', array(select p.permission from app.role_permissions p where p.organization_id = $2 and p.role_id = r.id order by p.permission),
    'memberCount', (select count(*) from app.workspace_members m where m.workspace_id = $1 and m.organization_id = $2 and m.role_id = r.id and m.status = 'ACTIVE')) as row
  from app.roles r where r.organization_id = $2 and r.deleted_at is null order by r.is_system desc, r.id`
