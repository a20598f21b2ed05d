import { completePickingBody, type CompletePickingBody } from '@prometric/contracts/picking'
import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { completePicking } from '../operations/complete-picking.js'
import { startPicking } from '../operations/start-picking.js'
import { cardQuery } from '../queries/card-query.js'
import { pickingList } from '../queries/warehouse-lists.js'

@WorkspaceController('operations/warehouse/picking-orders')
export class PickingOrdersController {
  @Route.get('', {
    summary: 'Picking orders',
    permission: 'INVENTORY_VIEW',
    query: pickingList.query,
    answer: pickingList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => pickingList.list(work, call.query))
  }

  @Route.get(':id', {
    summary: 'A picking order',
    permission: 'INVENTORY_VIEW',
    query: cardQuery,
    answer: pickingList.answer,
  })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => pickingList.find(work, call.params.id, call.query.include ?? 'lines'))
  }

  @Route.post(':id/start', { summary: 'Start picking', permission: 'INVENTORY_MANAGE', answer: pickingList.answer })
  start(@Called() call: Call) {
    return call.write(async (work) => {
      await startPicking(work, call.params.id)
      return pickingList.find(work, call.params.id, 'lines')
    })
  }

  @Route.post(':id/complete', {
    summary: 'Complete picking',
    permission: 'INVENTORY_MANAGE',
    body: completePickingBody,
    answer: pickingList.answer,
  })
  complete(@Called() call: Call<CompletePickingBody>) {
    return call.write(async (work) => {
      await completePicking(work, call.params.id, call.body)
      return pickingList.find(work, call.params.id, 'lines')
    })
  }
}
