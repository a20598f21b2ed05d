import { systemRoles } from '@prometric/contracts/permissions'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { organizationNumber, type OrganizationType } from '../organization-number.js'

export interface NewOrganization {
  readonly ownerId: string
  readonly name: string
  readonly type: OrganizationType
  readonly bin?: string | undefined
  readonly iin?: string | undefined
  readonly industry?: string | undefined
  readonly size?: string | undefined
  readonly address?: unknown
  readonly phone?: string | undefined
  readonly website?: string | undefined
}

/** Founds the organization of the transaction's context, with the roles that every organization starts with. */
export async function foundOrganization(work: UnitOfWork, organization: NewOrganization): Promise<void> {
  const { ownerId, name, type, industry, size, address, phone, website } = organization
  const { bin, iin } = organizationNumber(
    organization,
    work.today,
    type === 'IP' ? 'companyInfo.iin' : 'companyInfo.bin',
  )
  const founded = await work.row(insertOrganization, [
    work.organizationId,
    name,
    bin,
    iin,
    type,
    industry ?? null,
    size ?? null,
    address === undefined ? null : JSON.stringify(address),
    phone ?? null,
    website ?? null,
    ownerId,
  ])
  if (!founded) throw new Refusal('BIN_ALREADY_EXISTS')
  const roles = systemRoles.map(({ code, base, scope, ru, kk, en, permissions }) => ({
    id: newId(),
    code,
    name: ru,
    name_translations: { ru, kk, en },
    base_role: base,
    data_scope: scope,
    permissions,
  }))
  await work.rows(insertRoles, [work.organizationId, JSON.stringify(roles), ownerId])
  const rights = roles.flatMap(({ id, permissions }) =>
    permissions.map((permission) => ({ id: newId(), role_id: id, permission })),
  )
  await work.rows(insertRights, [work.organizationId, JSON.stringify(rights)])
  work.announce({
    name: 'organization.created',
    aggregateType: 'organization',
    aggregateId: work.organizationId,
    aggregateVersion: 1,
    payload: { organizationId: work.organizationId, name, bin, iin, type, ownerId },
  })
}

/** Whose organization the transaction's context is. */
export async function ownerOfOrganization(work: UnitOfWork): Promise<string> {
  const organization = await work.row<{ ownerId: string }>(findOwner, [work.organizationId])
  if (!organization) throw new Refusal('NOT_FOUND')
  return organization.ownerId
}

const findOwner = sql`select owner_id as "ownerId" from app.organizations where id = $1 and deleted_at is null`
const insertOrganization = sql`
  insert into app.organizations (id, name, bin, iin, type, industry, size, address, phone, website, owner_id, created_by, updated_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $11, $11)
  on conflict do nothing returning id`
const insertRoles = sql`
  insert into app.roles (organization_id, id, code, name, name_translations, is_system, base_role, data_scope, created_by, updated_by)
  select $1, r.id, r.code, r.name, r.name_translations, true, r.base_role, r.data_scope, $3, $3
  from json_to_recordset($2::json) as r(id uuid, code text, name text, name_translations jsonb, base_role text, data_scope text)`
const insertRights = sql`
  insert into app.role_permissions (organization_id, id, role_id, permission)
  select $1, p.id, p.role_id, p.permission from json_to_recordset($2::json) as p(id uuid, role_id uuid, permission text)`
