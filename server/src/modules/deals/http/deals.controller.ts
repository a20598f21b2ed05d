import {
  assignDealBody,
  checklistBody,
  cloneDealBody,
  createDealBody,
  updateDealBody,
  type CloneDealBody,
  type CreateDealBody,
  type UpdateDealBody,
} from '@prometric/contracts/deal-commands'
import { boardAnswer } from '@prometric/contracts/deals'
import { z } from 'zod'
import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { assignDeal } from '../operations/assign-deal.js'
import { cloneDeal } from '../operations/clone-deal.js'
import { createDeal } from '../operations/create-deal.js'
import { deleteDeal, restoreDeal } from '../operations/delete-deal.js'
import { tickChecklist } from '../operations/tick-checklist.js'
import { updateDeal } from '../operations/update-deal.js'
import { board, boardQuery } from '../queries/board.js'
import { dealList, includeQuery } from '../queries/list-deals.js'

const deleted = z.object({ id: z.uuid(), deleted: z.literal(true) })

/** The deal itself: lists, the board, its card, and what is done with a deal as a whole. */
@WorkspaceController('deals')
export class DealsController {
  @Route.get('', {
    summary: 'Deals',
    permission: 'DEALS_VIEW',
    query: dealList.query,
    answer: dealList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => dealList.list(work, call.query))
  }

  @Route.get('pipeline', {
    summary: 'The board of a pipeline',
    cached: 'pipeline-board',
    permission: 'DEALS_VIEW',
    query: boardQuery,
    answer: boardAnswer,
  })
  board(@Called() call: Call<undefined, z.infer<typeof boardQuery>>) {
    return call.read((work) => board(work, call.query))
  }

  @Route.get(':id', { summary: 'A deal', permission: 'DEALS_VIEW', query: includeQuery, answer: dealList.answer })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => dealList.find(work, call.params.id, call.query['include']))
  }

  @Route.post('', {
    summary: 'Create a deal',
    permission: 'DEALS_CREATE',
    body: createDealBody,
    answer: dealList.answer,
    status: 201,
  })
  create(@Called() call: Call<CreateDealBody>) {
    return call.write(async (work) => dealList.find(work, (await createDeal(work, call.body)).id, 'products'))
  }

  @Route.put(':id', {
    summary: 'Change a deal',
    permission: 'DEALS_UPDATE',
    body: updateDealBody,
    answer: dealList.answer,
  })
  put(@Called() call: Call<UpdateDealBody>) {
    return this.update(call)
  }

  @Route.patch(':id', {
    summary: 'Change a deal',
    permission: 'DEALS_UPDATE',
    body: updateDealBody,
    answer: dealList.answer,
  })
  update(@Called() call: Call<UpdateDealBody>) {
    return call.write(async (work) => {
      await updateDeal(work, call.params.id, { ...call.body, ifMatch: call.ifMatch })
      return dealList.find(work, call.params.id, 'products')
    })
  }

  @Route.delete(':id', { summary: 'Delete a deal', permission: 'DEALS_DELETE', answer: deleted })
  delete(@Called() call: Call) {
    return call.write(async (work) => {
      await deleteDeal(work, call.params.id, { ifMatch: call.ifMatch })
      return { id: call.params.id, deleted: true }
    })
  }

  @Route.post(':id/restore', {
    summary: 'Bring a deleted deal back',
    permission: 'DEALS_DELETE',
    answer: dealList.answer,
  })
  restore(@Called() call: Call) {
    return call.write(async (work) => {
      await restoreDeal(work, call.params.id)
      return dealList.find(work, call.params.id)
    })
  }

  @Route.post(':id/clone', {
    summary: 'A new deal like this one',
    permission: 'DEALS_CREATE',
    body: cloneDealBody,
    answer: dealList.answer,
    status: 201,
  })
  clone(@Called() call: Call<CloneDealBody>) {
    return call.write(async (work) =>
      dealList.find(work, (await cloneDeal(work, call.params.id, call.body)).id, 'products'),
    )
  }

  @Route.post(':id/assign', {
    summary: 'Give a deal to an employee',
    permission: 'DEALS_UPDATE',
    body: assignDealBody,
    answer: dealList.answer,
  })
  assign(@Called() call: Call<z.infer<typeof assignDealBody>>) {
    return call.write(async (work) => {
      await assignDeal(work, call.params.id, call.body.assignedTo)
      return dealList.find(work, call.params.id)
    })
  }

  @Route.put(':id/checklist', {
    summary: 'Tick requirements',
    permission: 'DEALS_UPDATE',
    body: checklistBody,
    answer: dealList.answer,
  })
  checklist(@Called() call: Call<Record<string, boolean>>) {
    return call.write(async (work) => {
      await tickChecklist(work, call.params.id, call.body)
      return dealList.find(work, call.params.id)
    })
  }
}
