import {
  changeStageBody,
  loseDealBody,
  moveDealBody,
  reopenDealBody,
  type ChangeStageBody,
  type LoseDealBody,
  type MoveDealBody,
} from '@prometric/contracts/deal-commands'
import { stageHistoryRow } from '@prometric/contracts/deals'
import type { z } from 'zod'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { Called, type Call } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { changeStage } from '../operations/change-stage.js'
import { loseDeal } from '../operations/lose-deal.js'
import { moveDeal } from '../operations/move-deal.js'
import { reopenDeal } from '../operations/reopen-deal.js'
import { dealList } from '../queries/list-deals.js'
import { stageHistory } from '../queries/stage-history.js'

const answer = dealList.answer

/** Where a deal stands. Winning is a story across modules and has its route there. */
@WorkspaceController('deals')
export class DealStagesController {
  @Route.patch(':id/stage', { summary: 'Change the stage', permission: 'DEALS_UPDATE', body: changeStageBody, answer })
  stage(@Called() call: Call<ChangeStageBody>) {
    return changed(call, (work) => changeStage(work, { ...call.body, dealId: call.params.id, ifMatch: call.ifMatch }))
  }

  @Route.post(':id/stage', { summary: 'Change the stage', permission: 'DEALS_UPDATE', body: changeStageBody, answer })
  postStage(@Called() call: Call<ChangeStageBody>) {
    return this.stage(call)
  }

  @Route.patch(':id/move', {
    summary: 'Move the card on the board',
    permission: 'DEALS_UPDATE',
    body: moveDealBody,
    answer,
  })
  move(@Called() call: Call<MoveDealBody>) {
    return changed(call, (work) => moveDeal(work, call.params.id, { ...call.body, ifMatch: call.ifMatch }))
  }

  @Route.post(':id/lose', { summary: 'Close the deal as lost', permission: 'DEALS_UPDATE', body: loseDealBody, answer })
  lose(@Called() call: Call<LoseDealBody>) {
    return changed(call, (work) => loseDeal(work, { ...call.body, dealId: call.params.id, ifMatch: call.ifMatch }))
  }

  @Route.post(':id/close-lost', {
    summary: 'Close the deal as lost',
    permission: 'DEALS_UPDATE',
    body: loseDealBody,
    answer,
  })
  closeLost(@Called() call: Call<LoseDealBody>) {
    return this.lose(call)
  }

  @Route.post(':id/reopen', {
    summary: 'Reopen a closed deal',
    permission: 'DEALS_REOPEN',
    body: reopenDealBody,
    answer,
  })
  reopen(@Called() call: Call<z.infer<typeof reopenDealBody>>) {
    return changed(call, (work) => reopenDeal(work, { ...call.body, dealId: call.params.id, ifMatch: call.ifMatch }))
  }

  @Route.get(':id/stage-history', {
    summary: 'The stages a deal went through',
    permission: 'DEALS_VIEW',
    answer: stageHistoryRow,
    list: true,
  })
  history(@Called() call: Call) {
    return call.read(async (work) => {
      await dealList.find(work, call.params.id)
      return stageHistory.list(work, { dealId: call.params.id })
    })
  }
}

function changed(call: Call<unknown>, operation: (work: UnitOfWork) => Promise<void>) {
  return call.write(async (work) => {
    await operation(work)
    return dealList.find(work, call.params.id)
  })
}
