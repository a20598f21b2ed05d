import type { Permission } from '@prometric/contracts/permissions'
import { type Notice, notifyAll } from '../../modules/notifications/public.js'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

export interface Recipient {
  readonly userId: string
  readonly language: Language
}

export interface Audience {
  readonly employeeIds?: ReadonlyArray<string | null | undefined>
  readonly owners?: boolean
  readonly permission?: Permission
  readonly roles?: readonly string[]
  readonly userIds?: ReadonlyArray<string | null>
  /** Whoever did it needs no notice of it. */
  readonly except?: string | null
}

/** Members who belong to an audience, each once, with the language they read. */
export async function audience(
  work: UnitOfWork,
  { employeeIds = [], owners = false, permission, roles = [], userIds = [], except = null }: Audience,
): Promise<Recipient[]> {
  return work.rows<Recipient>(members, [
    work.workspaceId,
    employeeIds.filter((id) => typeof id === 'string'),
    owners,
    permission ?? null,
    except,
    roles,
    userIds.filter((id) => id !== null),
  ])
}

/** Tells an audience something, each in their own language. */
export async function tell(
  work: UnitOfWork,
  who: Audience,
  notice: (language: Language) => Omit<Notice, 'userId'>,
): Promise<void> {
  const readers = await audience(work, who)
  await notifyAll(
    work,
    readers.map(({ userId, language }) => ({ userId, ...notice(language) })),
  )
}

const members = sql`
  select u.id as "userId", u.locale as language
  from app.workspace_members m
  join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id
  join app.users u on u.id = m.user_id and u.status = 'ACTIVE' and u.deleted_at is null
  where m.workspace_id = $1 and m.status = 'ACTIVE' and u.id is distinct from $5::uuid
    and (m.employee_id = any($2::uuid[]) or ($3::boolean and r.base_role = 'OWNER') or r.code = any($6::text[]) or u.id = any($7::uuid[])
      or ($4::text = any(m.extra_permissions) or exists (select from app.role_permissions p where p.organization_id = m.organization_id and p.role_id = m.role_id and p.permission = $4))
        and $4 <> all(m.denied_permissions))
  order by u.id`
