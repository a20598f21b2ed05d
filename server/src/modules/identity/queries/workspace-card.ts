import { workspaceCard, type WorkspaceCard } from '@prometric/contracts/workspaces'
import { Refusal } from '../../../kernel/refusal.js'
import { statement } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { selectList } from '../../../platform/http/select-list.js'

/** The workspace of the transaction's context. */
export async function cardOfWorkspace(work: UnitOfWork): Promise<WorkspaceCard> {
  const found = await work.row<{ row: WorkspaceCard }>(findWorkspace, [work.organizationId, work.workspaceId])
  if (!found) throw new Refusal('NOT_FOUND')
  return found.row
}

const findWorkspace =
  statement(`select to_json(t) as row from (select ${selectList(workspaceCard, 'w')} from app.workspaces w
  where w.organization_id = $1 and w.id = $2 and w.deleted_at is null) t`)
