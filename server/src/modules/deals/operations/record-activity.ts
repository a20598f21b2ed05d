import type { CompleteActivityBody, CreateActivityBody, UpdateActivityBody } from '@prometric/contracts/deal-activities'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql, statement } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { partiesOf } from '../deal-parties.js'
import { announceDeal } from '../events.js'
import { lockDeal } from '../locked-deal.js'

// The dates a deal derives from its activities are written by a listener (listeners.ts): here only the activity changes.

/** Plans an activity of a deal, or notes one that is done already. */
export async function addActivity(work: UnitOfWork, dealId: string, body: CreateActivityBody): Promise<{ id: string }> {
  const deal = await lockDeal(work, dealId)
  if (body.contactPersonId || body.assignedTo)
    await partiesOf(work, {
      customerId: deal.customerId,
      contactPersonId: body.contactPersonId,
      assignedTo: body.assignedTo,
    })
  const id = newId()
  const assignedTo = body.assignedTo ?? work.actor.employeeId
  const done = body.completedAt ?? null
  const row = {
    id,
    ...columnsOf(body),
    assigned_to: assignedTo,
    completed_at: done,
    completed_by: done ? work.actor.userId : null,
    status: done ? 'COMPLETED' : 'PLANNED',
  }
  await work.rows(insertActivity, [
    work.workspaceId,
    work.organizationId,
    dealId,
    deal.customerId,
    JSON.stringify(row),
    work.actor.userId,
  ])
  announceDeal(work, 'deal.activity.added', deal, {
    activityId: id,
    type: body.type,
    scheduledAt: body.scheduledAt ?? null,
    assignedTo,
  })
  if (done)
    announceDeal(work, 'deal.activity.completed', deal, {
      customerId: deal.customerId,
      activityId: id,
      type: body.type,
      outcome: null,
      completedAt: done,
    })
  return { id }
}

/** Changes an activity that is still planned. */
export async function updateActivity(
  work: UnitOfWork,
  dealId: string,
  id: string,
  body: UpdateActivityBody,
): Promise<void> {
  const deal = await plannedActivity(work, dealId, id)
  if (body.contactPersonId || body.assignedTo)
    await partiesOf(work, {
      customerId: deal.customerId,
      contactPersonId: body.contactPersonId,
      assignedTo: body.assignedTo,
    })
  await patchActivity(work, id, columnsOf(body))
}

/** Marks an activity as done, with what came of it. */
export async function completeActivity(
  work: UnitOfWork,
  dealId: string,
  id: string,
  body: CompleteActivityBody,
): Promise<void> {
  const deal = await plannedActivity(work, dealId, id)
  const completedAt = work.now.toISOString()
  await patchActivity(work, id, {
    status: 'COMPLETED',
    completed_at: completedAt,
    completed_by: work.actor.userId,
    outcome: body.outcome ?? null,
    outcome_note: body.note ?? null,
    next_action: body.nextAction ?? null,
    next_action_date: body.nextActionDate ?? null,
  })
  announceDeal(work, 'deal.activity.completed', deal, {
    customerId: deal.customerId,
    activityId: id,
    type: deal.type,
    outcome: body.outcome ?? null,
    completedAt,
  })
}

/** Calls an activity off. */
export async function cancelActivity(work: UnitOfWork, dealId: string, id: string, reason: string): Promise<void> {
  await plannedActivity(work, dealId, id)
  await patchActivity(work, id, { status: 'CANCELLED', cancel_reason: reason })
  await work.rows(nextActivity, [work.workspaceId, dealId])
}

async function plannedActivity(work: UnitOfWork, dealId: string, id: string) {
  const deal = await lockDeal(work, dealId)
  const activity = await work.row<{ status: string; type: string }>(findActivity, [work.workspaceId, dealId, id])
  if (!activity) throw new Refusal('NOT_FOUND', { activityId: id })
  if (activity.status !== 'PLANNED')
    throw new Refusal('INVALID_TRANSITION', { from: activity.status, to: activity.status, allowed: [] })
  return { ...deal, type: activity.type }
}

const patchable = [
  'type',
  'subject',
  'description',
  'scheduled_at',
  'duration_minutes',
  'contact_person_id',
  'assigned_to',
  'location',
  'reminder_at',
  'status',
  'completed_at',
  'completed_by',
  'outcome',
  'outcome_note',
  'next_action',
  'next_action_date',
  'cancel_reason',
] as const
type ActivityPatch = Partial<Record<(typeof patchable)[number], unknown>>

function columnsOf(body: UpdateActivityBody): ActivityPatch {
  return {
    type: body.type,
    subject: body.subject,
    description: body.description,
    scheduled_at: body.scheduledAt,
    duration_minutes: body.durationMinutes,
    contact_person_id: body.contactPersonId,
    assigned_to: body.assignedTo,
    location: body.location,
    reminder_at: body.reminderAt,
  }
}

// Fields that are undefined are absent from the JSON and keep their value.
async function patchActivity(work: UnitOfWork, id: string, patch: ActivityPatch): Promise<void> {
  await work.rows(changeActivity, [work.workspaceId, id, JSON.stringify(patch), work.actor.userId])
}

const findActivity = sql`select status, type from app.deal_activities where workspace_id = $1 and deal_id = $2 and id = $3 for no key update`
const insertActivity = statement(`
  insert into app.deal_activities (organization_id, workspace_id, deal_id, customer_id, created_by, updated_by, id, ${patchable.join(', ')})
  select $2, $1, $3, $4, $6, $6, id, ${patchable.join(', ')} from json_populate_record(null::app.deal_activities, $5::json)`)
const changeActivity = statement(`
  update app.deal_activities activity set (${patchable.join(', ')}) = (select ${patchable.map((name) => `r.${name}`).join(', ')} from json_populate_record(activity, $3::json) r),
    updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and id = $2`)
const nextActivity = sql`
  update app.deals set next_activity_at = (select min(a.scheduled_at) from app.deal_activities a where a.workspace_id = $1 and a.deal_id = $2 and a.status = 'PLANNED')
  where workspace_id = $1 and id = $2`
