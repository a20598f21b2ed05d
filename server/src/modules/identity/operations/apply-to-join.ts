import type { EmployeeOnboardingBody } from '@prometric/contracts/identity'
import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { Letter } from '../../../platform/mail/mail.js'
import { joinRequestLetter, notAcceptedLetter, requestPassedLetter } from '../letters.js'
import { type Newcomer, useOnboardingToken } from './use-onboarding-token.js'

/** Asks the organization of the transaction's context to take the newcomer. The answer says nothing of the outcome; the letters do. */
export async function applyToJoin(work: UnitOfWork, application: EmployeeOnboardingBody): Promise<Letter[]> {
  const newcomer = await waitForApproval(work, application.onboardingToken)
  const barred = await work.row(findBar, [work.organizationId, newcomer.userId, work.today])
  if (barred) return [notAcceptedLetter(newcomer.email)]
  const { requestedDepartment, requestedPosition, experience, skills, message } = application
  const asked = await work.row<{ id: string }>(insertRequest, [
    work.organizationId,
    newId(),
    newcomer.userId,
    requestedDepartment ?? null,
    requestedPosition ?? null,
    experience ?? null,
    skills ?? [],
    message ?? null,
  ])
  const employee = await work.row<{ id: string }>(insertPending, [
    work.workspaceId,
    work.organizationId,
    newId(),
    newcomer.userId,
    requestedPosition ?? null,
    skills ?? [],
  ])
  if (!employee) return [notAcceptedLetter(newcomer.email)]
  work.announce({
    name: 'employee.join.requested',
    aggregateType: 'employee',
    aggregateId: employee.id,
    aggregateVersion: 1,
    payload: { employeeId: employee.id, userId: newcomer.userId, joinRequestId: asked?.id ?? null },
  })
  const deciders = await work.rows<{ email: string }>(whoDecides, [work.workspaceId, work.organizationId])
  const name = `${newcomer.firstName} ${newcomer.lastName}`
  return [requestPassedLetter(newcomer.email), ...deciders.map(({ email }) => joinRequestLetter(email, name))]
}

/** The same for the reader when there is no such organization, or it takes nobody. */
export async function applyInVain(work: UnitOfWork, onboardingToken: string): Promise<Letter[]> {
  const newcomer = await waitForApproval(work, onboardingToken)
  return [notAcceptedLetter(newcomer.email)]
}

async function waitForApproval(work: UnitOfWork, onboardingToken: string): Promise<Newcomer> {
  const newcomer = await useOnboardingToken(work, onboardingToken)
  await work.rows(setWaiting, [newcomer.userId])
  return newcomer
}

const setWaiting = sql`update app.users set registration_status = 'APPROVAL_PENDING', status = 'PENDING', updated_at = now() where id = $1`
const findBar = sql`
  select id from app.join_requests where organization_id = $1 and user_id = $2 and status = 'REJECTED' and (not can_reapply or reapply_after > $3::date) limit 1`
const insertRequest = sql`
  insert into app.join_requests (organization_id, id, user_id, requested_department, requested_position, experience, skills, message)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (organization_id, user_id) where status = 'PENDING' do update set requested_department = $4, requested_position = $5, experience = $6,
    skills = $7, message = $8, updated_at = app.now()
  returning id`
const insertPending = sql`
  insert into app.employees as e (organization_id, workspace_id, id, user_id, first_name, last_name, middle_name, email, phone, position, skills, status)
  select $2, $1, $3, u.id, u.first_name, u.last_name, u.middle_name, u.email, u.phone, $5, $6, 'PENDING' from app.users u where u.id = $4
  on conflict (workspace_id, user_id) where deleted_at is null do update set status = 'PENDING', position = $5, skills = $6, version = e.version + 1,
    updated_at = app.now() where e.status in ('PENDING', 'REJECTED')
  returning id`
const whoDecides = sql`
  select u.email from app.workspace_members m join app.users u on u.id = m.user_id join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id
  where m.workspace_id = $1 and m.organization_id = $2 and m.status = 'ACTIVE' and r.code in ('OWNER', 'HR') limit 20`
