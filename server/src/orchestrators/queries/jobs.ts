import { jobCard, jobLabel, jobRow, jobStates } from '@prometric/contracts/jobs'
import type { z } from 'zod'
import { Refusal } from '../../kernel/refusal.js'
import { statement } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { anyOf, text } from '../../platform/http/filters.js'
import { type ListQuery, listing, type Page } from '../../platform/http/listing.js'
import { selectList } from '../../platform/http/select-list.js'

type JobRow = z.infer<typeof jobRow>
type JobCard = z.infer<typeof jobCard>

const computed = {
  kindLabel: `''`,
  requestedBy: `(select json_build_object('id', u.id, 'name', u.first_name || ' ' || u.last_name) from app.users u where u.id = j.requested_by)`,
  findings: `(j.result->>'broken')::int`,
  lastError: `split_part(j.error, E'\\n', 1)`,
  errorText: 'j.error',
  nextAt: `case when j.state = 'QUEUED' then j.next_at end`,
}

/** Background jobs of the workspace, newest first. */
const table = listing({
  from: 'app.background_jobs j',
  alias: 'j',
  row: jobRow,
  computed,
  filters: { state: anyOf('j.state', jobStates), kind: text('j.kind') },
  sorts: ['createdAt', 'finishedAt', 'kind', 'state'],
  defaultSort: '-createdAt',
})

export const jobQuery = table.query

export async function listJobs(work: UnitOfWork, query: ListQuery): Promise<Page<JobRow>> {
  const page = await table.list(work, query)
  return { ...page, items: page.items.map((row) => named(work, row)) }
}

/** One job with its result and every line of its last error. */
export async function findJob(work: UnitOfWork, id: string): Promise<JobCard> {
  const found = await work.row<{ row: JobCard }>(byId, [work.workspaceId, id])
  if (!found) throw new Refusal('NOT_FOUND')
  return named(work, found.row)
}

const named = <Row extends JobRow>(work: UnitOfWork, row: Row): Row => ({
  ...row,
  kindLabel: jobLabel(work.actor.language, row.kind),
})

const byId =
  statement(`select to_json(t) as row from (select ${selectList(jobCard, 'j', computed)} from app.background_jobs j
  where j.workspace_id = $1 and j.id = $2) t`)
