import type { NoteBody, UpdateNoteBody } from '@prometric/contracts/customer-details'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { lockCustomer } from './lock-customer.js'

/** Writes a note on the card. */
export async function addNote(
  work: UnitOfWork,
  customerId: string,
  { content, isPinned = false, visibility = 'TEAM', mentions = [] }: NoteBody,
): Promise<string> {
  await lockCustomer(work, customerId)
  const id = newId()
  await work.rows(insert, [
    work.workspaceId,
    work.organizationId,
    id,
    customerId,
    content,
    isPinned,
    visibility,
    mentions,
    work.actor.userId,
  ])
  return id
}

/** Only its author rewrites a note. */
export async function updateNote(
  work: UnitOfWork,
  customerId: string,
  id: string,
  { content, isPinned, visibility, mentions }: UpdateNoteBody,
): Promise<void> {
  const author = await authorOf(work, customerId, id)
  if (author !== work.actor.userId) throw new Refusal('FORBIDDEN')
  await work.rows(update, [
    work.workspaceId,
    customerId,
    id,
    content ?? null,
    isPinned ?? null,
    visibility ?? null,
    mentions ?? null,
    work.actor.userId,
  ])
}

/** The author, an administrator or the owner removes it. */
export async function deleteNote(work: UnitOfWork, customerId: string, id: string): Promise<void> {
  const author = await authorOf(work, customerId, id)
  if (author !== work.actor.userId && !['OWNER', 'ADMIN'].includes(work.actor.role)) throw new Refusal('FORBIDDEN')
  await work.rows(putAway, [work.workspaceId, customerId, id, work.actor.userId])
}

/** Another's private note does not exist. */
async function authorOf(work: UnitOfWork, customerId: string, id: string): Promise<string | null> {
  await lockCustomer(work, customerId)
  const note = await work.row<{ author: string | null }>(find, [work.workspaceId, customerId, id, work.actor.userId])
  if (!note) throw new Refusal('NOT_FOUND')
  return note.author
}

const insert = sql`
  insert into app.customer_notes (organization_id, workspace_id, id, customer_id, content, is_pinned, visibility, mentions, created_by, updated_by, created_at, updated_at)
  values ($2, $1, $3, $4, $5, $6, $7, $8::uuid[], $9, $9, app.now(), app.now())`
const find = sql`
  select created_by as author from app.customer_notes
  where workspace_id = $1 and customer_id = $2 and id = $3 and deleted_at is null and (visibility <> 'PRIVATE' or created_by = $4)`
const update = sql`
  update app.customer_notes set content = coalesce($4, content), is_pinned = coalesce($5, is_pinned), visibility = coalesce($6, visibility),
    mentions = coalesce($7::uuid[], mentions), updated_at = app.now(), updated_by = $8
  where workspace_id = $1 and customer_id = $2 and id = $3`
const putAway = sql`
  update app.customer_notes set deleted_at = app.now(), deleted_by = $4, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and customer_id = $2 and id = $3`
