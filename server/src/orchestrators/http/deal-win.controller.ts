import { chain } from '@prometric/contracts/chains'
import {
  type AskDiscountBody,
  askDiscountBody,
  type WinDealBody,
  winDealBody,
  winPreview,
  type WonDeal,
  wonDeal,
} from '@prometric/contracts/won-deal'
import { approvalList } from '../../modules/approvals/queries/approval-list.js'
import { winDeal } from '../../modules/deals/operations/win-deal.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { Called, type Call } from '../../platform/http/call.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import type { DomainEvent } from '../../platform/outbox/events.js'
import { z } from 'zod'
import { findDeal } from '../../modules/deals/public.js'
import { chainsOf } from '../queries/chain.js'
import { askForDiscount } from '../deal-approval.js'
import { dealWon } from '../deal-won.js'
import { winPreviewOf } from '../queries/win-preview.js'
import { wonDealOf } from '../queries/won-deal.js'

/** Winning a deal: the one act that sets everything else in motion. */
@WorkspaceController('deals')
export class DealWinController {
  @Route.post(':id/win', {
    summary: 'Win a deal: its order, invoice, reservations and supply exist when this answers',
    permission: 'DEALS_UPDATE',
    body: winDealBody,
    answer: wonDeal,
  })
  win(@Called() call: Call<WinDealBody>) {
    return this.winning(call)
  }

  @Route.post(':id/win/preview', {
    summary: 'What winning would make: the win is done, looked at and undone',
    permission: 'DEALS_UPDATE',
    body: winDealBody,
    answer: winPreview,
  })
  preview(@Called() call: Call<WinDealBody>) {
    return call.rehearse(async (work) => {
      await winDeal(work, { dealId: call.params.id, ...call.body, ifMatch: call.ifMatch })
      await work.settle()
      return winPreviewOf(work, call.params.id)
    })
  }

  @Route.post(':id/close-won', {
    summary: 'Alias of win',
    permission: 'DEALS_UPDATE',
    body: winDealBody,
    answer: wonDeal,
  })
  closeWon(@Called() call: Call<WinDealBody>) {
    return this.winning(call)
  }

  @Route.post(':id/request-approval', {
    summary: 'Ask for the discount that keeps the deal from being won',
    permission: 'DEALS_UPDATE',
    body: askDiscountBody,
    answer: approvalList.answer,
    status: 201,
  })
  requestApproval(@Called() call: Call<AskDiscountBody>) {
    return call.write(async (work) =>
      approvalList.find(work, await askForDiscount(work, call.params.id, call.body), 'steps'),
    )
  }

  @Route.get(':id/process', {
    summary: 'The chains of a deal, newest first',
    permission: 'DEALS_VIEW',
    answer: z.array(chain),
  })
  process(@Called() call: Call) {
    return call.read(async (work) => chainsOf(work, (await findDeal(work, call.params.id)).id))
  }

  @Route.post(':id/process/run', {
    summary: 'Run the won deal again: what is not owed is not done',
    permission: 'DEALS_UPDATE',
    answer: wonDeal,
  })
  run(@Called() call: Call) {
    return call.write(async (work) => {
      const { id } = await findDeal(work, call.params.id)
      await dealWon.visit(work, id, 'MANUAL', null)
      return settledWin(work, id)
    })
  }

  private winning(call: Call<WinDealBody>) {
    return call.write(async (work) => {
      await winDeal(work, { dealId: call.params.id, ...call.body, ifMatch: call.ifMatch })
      return settledWin(work, call.params.id)
    })
  }
}

/**
 * What the win made. The documents are read before the invoice takes its number, since everybody who wins in the workspace
 * waits for that counter until the commit; the invoice itself says the rest.
 */
async function settledWin(work: UnitOfWork, dealId: string): Promise<WonDeal> {
  await work.hear()
  const won = await wonDealOf(work, dealId)
  await work.settle()
  return { ...won, invoice: won.invoice ?? invoiceOf(work.events) }
}

/** The invoice as its events tell it; advances may have paid it at once. */
function invoiceOf(events: readonly DomainEvent[]): WonDeal['invoice'] {
  const made = events.find((event) => event.name === 'invoice.created')
  if (!made) return null
  const said = (name: string) => events.some((event) => event.name === name && event.aggregateId === made.aggregateId)
  const { invoiceId: id, invoiceNumber, type, totalAmount } = made.payload
  const status = said('invoice.paid') ? 'PAID' : said('invoice.partially.paid') ? 'PARTIAL' : made.payload.status
  return { id, invoiceNumber, type, status, totalAmount } as WonDeal['invoice']
}
