import { createHash } from 'node:crypto'
import type { Actor, Tenant } from '../database/tenant.js'

const known = new WeakMap<ReadonlySet<string>, string>()

/** A short name for everything of a person that an answer may depend on; the same for people who are shown the same. */
export function rightsOf({ actor, timezone }: Tenant): string {
  const { role, scope, language, userId, employeeId, departmentId } = actor
  return digest(
    [permitted(actor.permissions), role, scope, language, timezone, userId, employeeId, departmentId].join(),
  )
}

function permitted(permissions: Actor['permissions']): string {
  if (permissions === 'ALL') return permissions
  let name = known.get(permissions)
  if (!name) known.set(permissions, (name = digest([...permissions].toSorted().join())))
  return name
}

const digest = (text: string): string => createHash('sha1').update(text).digest('base64url')
