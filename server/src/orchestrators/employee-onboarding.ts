import type { EmployeeOnboardingBody } from '@prometric/contracts/identity'
import type { Database } from '../platform/database/database.js'
import { sql } from '../platform/database/statement.js'
import type { Letter } from '../platform/mail/mail.js'
import { applyInVain, applyToJoin } from '../modules/identity/operations/apply-to-join.js'
import { personTenant } from '../modules/identity/person-tenant.js'

/** Hands a newcomer's application to the organization they named, whether it exists or not: the answer is the same. */
export async function onboardEmployee(
  database: Database,
  application: EmployeeOnboardingBody,
  requestId: string,
): Promise<Letter[]> {
  const person = personTenant({ userId: null, requestId })
  const number = application.employeeCompanyBin.replace(/[\s-]/g, '')
  const [organization] = await database.global<{ id: string }>(findAccepting, [number])
  if (!organization) return database.run(person, (work) => applyInVain(work, application.onboardingToken))
  // Workspaces are walled by organization only, so that its default one can be found from inside.
  const inside = { ...person, organizationId: organization.id, workspaceId: organization.id }
  const main = await database.run(inside, (work) =>
    work.row<{ id: string; timezone: string }>(findDefault, [organization.id]),
  )
  if (!main) return database.run(person, (work) => applyInVain(work, application.onboardingToken))
  return database.run({ ...inside, workspaceId: main.id, timezone: main.timezone }, (work) =>
    applyToJoin(work, application),
  )
}

const findAccepting = `select id from app.organizations where (bin = $1 or iin = $1) and status = 'ACTIVE' and accepts_join_requests and deleted_at is null`
const findDefault = sql`select id, timezone from app.workspaces where organization_id = $1 and is_default and status = 'ACTIVE' and deleted_at is null`
