import {
  addDealLinesBody,
  changeDealLineBody,
  repriceDealBody,
  type AddDealLinesBody,
  type ChangeDealLineBody,
} from '@prometric/contracts/deal-commands'
import { dealLineRow } from '@prometric/contracts/deals'
import { z } from 'zod'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { Called, type Call } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { addLines, changeLine, removeLine, repriceLines } from '../operations/change-lines.js'
import { dealList, listLines } from '../queries/list-deals.js'

const answer = dealList.answer
const params = z.strictObject({ id: z.uuid(), lineId: z.uuid() })
type OneLine = z.infer<typeof params>

/** The lines of a deal. Every change prices the whole deal anew and answers it. */
@WorkspaceController('deals')
export class DealLinesController {
  @Route.get(':id/products', { summary: 'Lines of a deal', permission: 'DEALS_VIEW', answer: z.array(dealLineRow) })
  list(@Called() call: Call) {
    return call.read((work) => listLines(work, call.params.id))
  }

  @Route.post(':id/products', {
    summary: 'Add lines',
    permission: 'DEALS_UPDATE',
    body: addDealLinesBody,
    answer,
    status: 201,
  })
  add(@Called() call: Call<AddDealLinesBody>) {
    return changed(call, (work) => addLines(work, call.params.id, 'lines' in call.body ? call.body.lines : [call.body]))
  }

  @Route.put(':id/products/:lineId', {
    summary: 'Change a line',
    permission: 'DEALS_UPDATE',
    params,
    body: changeDealLineBody,
    answer,
  })
  change(@Called() call: Call<ChangeDealLineBody, unknown, OneLine>) {
    return changed(call, (work) => changeLine(work, call.params.id, call.params.lineId, call.body))
  }

  @Route.patch(':id/products/:lineId', {
    summary: 'Change a line',
    permission: 'DEALS_UPDATE',
    params,
    body: changeDealLineBody,
    answer,
  })
  patch(@Called() call: Call<ChangeDealLineBody, unknown, OneLine>) {
    return this.change(call)
  }

  @Route.delete(':id/products/:lineId', { summary: 'Remove a line', permission: 'DEALS_UPDATE', params, answer })
  remove(@Called() call: Call<undefined, unknown, OneLine>) {
    return changed(call, (work) => removeLine(work, call.params.id, call.params.lineId))
  }

  @Route.post(':id/reprice', {
    summary: 'Take the prices of today',
    permission: 'DEALS_UPDATE',
    body: repriceDealBody,
    answer,
  })
  reprice(@Called() call: Call<z.infer<typeof repriceDealBody>>) {
    return changed(call, (work) => repriceLines(work, call.params.id, call.body.lineIds))
  }
}

function changed(call: Call<unknown, unknown, { id: string }>, operation: (work: UnitOfWork) => Promise<void>) {
  return call.write(async (work) => {
    await operation(work)
    return dealList.find(work, call.params.id, 'products')
  })
}
