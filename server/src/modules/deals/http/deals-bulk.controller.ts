import {
  bulkCreateDealsBody,
  bulkDeleteDealsBody,
  bulkStageBody,
  type BulkCreateDealsBody,
  type BulkDeleteDealsBody,
  type BulkStageBody,
} from '@prometric/contracts/deal-commands'
import { bulkDealsAnswer } from '@prometric/contracts/deals'
import { bulk } from '../../../platform/http/bulk.js'
import { Called, type Call } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { changeStage } from '../operations/change-stage.js'
import { createDeal } from '../operations/create-deal.js'
import { deleteDeal } from '../operations/delete-deal.js'

const answer = bulkDealsAnswer

/** The same done to many deals, each in its own transaction unless all or nothing is asked for. */
@WorkspaceController('deals')
export class DealsBulkController {
  @Route.post('bulk', { summary: 'Create many deals', permission: 'DEALS_CREATE', body: bulkCreateDealsBody, answer })
  create(@Called() call: Call<BulkCreateDealsBody>) {
    const { deals: items, atomic } = call.body
    return bulk(call, { items, atomic, done: 'CREATED', run: async (work, body) => (await createDeal(work, body)).id })
  }

  @Route.patch('bulk/stage', {
    summary: 'Change the stage of many',
    permission: 'DEALS_UPDATE',
    body: bulkStageBody,
    answer,
  })
  stage(@Called() call: Call<BulkStageBody>) {
    const { ids: items, atomic, ...change } = call.body
    return bulk(call, {
      items,
      atomic,
      done: 'UPDATED',
      run: (work, dealId) => changeStage(work, { ...change, dealId }).then(() => dealId),
    })
  }

  @Route.post('bulk-delete', {
    summary: 'Delete many deals',
    permission: 'DEALS_DELETE',
    body: bulkDeleteDealsBody,
    answer,
  })
  delete(@Called() call: Call<BulkDeleteDealsBody>) {
    const { ids: items, atomic } = call.body
    return bulk(call, { items, atomic, done: 'DELETED', run: (work, id) => deleteDeal(work, id).then(() => id) })
  }
}
