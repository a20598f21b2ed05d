import { jobCard, jobRow } from '@prometric/contracts/jobs'
import { Called, type Call } from '../../platform/http/call.js'
import type { ListQuery } from '../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { enqueueJob, openJob } from '../../platform/jobs/enqueue.js'
import { integrityCheck } from '../integrity-check.js'
import { findJob, jobQuery, listJobs } from '../queries/jobs.js'

/** Chores that run beside the requests: who watches over the system sees how far they are, and may ask for some. */
@WorkspaceController('')
export class JobsController {
  @Route.get('jobs', {
    summary: 'Background jobs',
    permission: 'SYSTEM_MONITOR',
    query: jobQuery,
    answer: jobRow,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => listJobs(work, call.query))
  }

  @Route.get('jobs/:id', {
    summary: 'A background job and its result',
    permission: 'SYSTEM_MONITOR',
    answer: jobCard,
  })
  get(@Called() call: Call) {
    return call.read((work) => findJob(work, call.params.id))
  }

  @Route.post('operations/integrity-checks', {
    summary: 'Check the books: a job that looks whether every invariant holds',
    permission: 'SYSTEM_MONITOR',
    answer: jobCard,
    status: 202,
  })
  check(@Called() call: Call) {
    return call.write(async (work) => {
      const id =
        (await openJob(work, integrityCheck)) ?? (await enqueueJob(work, { kind: integrityCheck, payload: {} }))
      return findJob(work, id)
    })
  }
}
