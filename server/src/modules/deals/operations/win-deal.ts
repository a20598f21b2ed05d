import type { WinDealBody } from '@prometric/contracts/won-deal'
import { Money } from '../../../kernel/money.js'
import { against, invalid, Refusal } from '../../../kernel/refusal.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { cancelRequests } from '../../approvals/public.js'
import { dealLifecycle, isOpen, type DealStage } from '../deal.lifecycle.js'
import { checkRequirements, checkWinStage, doneOf } from '../deal.rules.js'
import { checkDiscount } from '../discount-limit.js'
import { enterStage } from '../enter-stage.js'
import { announceDeal, type WonLine } from '../events.js'
import { discountForTotal } from '../final-amount.js'
import { checkBelieved, discountOf, wireMoney } from '../locked-deal.js'
import { manualAmounts } from '../manual-value.js'
import { takeRatesOfToday } from '../vat-of-the-day.js'
import { patchDeal, repriceDeal } from '../write-deal.js'
import { type DealToWin, lockDealToWin } from './win-deal.look.js'

export interface WinDeal extends WinDealBody {
  readonly dealId: string
  readonly ifMatch?: number | undefined
}

export interface WonDeal {
  readonly id: string
  readonly dealNumber: string
  readonly version: number
  readonly stage: DealStage
  readonly customerId: string
  readonly value: Money
  /** False when it was won before: nothing was written or announced. */
  readonly changed: boolean
}

/** Wins a deal: checks what may be promised, closes its stages and says `deal.won`. Its order is made by whoever hears that. */
export async function winDeal(work: UnitOfWork, command: WinDeal): Promise<WonDeal> {
  const locked = await lockDealToWin(work, command.dealId)
  if (locked.stage === 'WON') return answer(locked, { version: locked.version, value: locked.value, changed: false })
  checkBelieved(locked, command)
  const wonOn = command.actualCloseDate ?? work.today
  if (wonOn > work.today) throw invalid('actualCloseDate', 'NOT_IN_THE_FUTURE', { maximum: work.today })
  await checkWinnable(work, locked)
  const deal = locked.vatOutdated ? await takeRatesOfToday(work, locked) : locked
  const agreed = await settleAmount(work, deal, command.finalAmount)
  checkDiscount(work.actor, deal.discountApproval, agreed)
  if (deal.discountApproval.open) await cancelRequests(work, deal.id, ['DISCOUNT'], 'the deal was won')

  const won = { ...deal, ...agreed.deal }
  const wonAt = work.now.toISOString()
  const facts = {
    won_at: wonAt,
    won_by: work.actor.userId,
    actual_close_date: wonOn,
    won_reason: command.notes ?? null,
  }
  const version = await enterStage(work, won, {
    stageRow: { id: deal.wonStageId!, stage: 'WON', probability: 100 },
    notes: command.notes,
    facts,
  })
  announceDeal(
    work,
    'deal.won',
    { id: deal.id, version },
    {
      customerId: deal.customerId,
      customerName: deal.customerName,
      dealValue: wireMoney(won.value),
      netValue: wireMoney(won.netValue),
      currency: deal.currency,
      lines: agreed.lines,
      discount: UnitPrice.of(won.discount).toNumber(),
      discountType: won.discountType,
      assignedTo: deal.assignedTo,
      wonAt,
      wonBy: work.actor.userId,
      reopenedCount: deal.reopenedCount,
    },
  )
  return answer(deal, { version, value: won.value, changed: true })
}

function answer(
  deal: DealToWin,
  { version, value, changed }: { version: number; value: bigint; changed: boolean },
): WonDeal {
  return {
    id: deal.id,
    dealNumber: deal.dealNumber,
    version,
    stage: 'WON',
    customerId: deal.customerId,
    value: Money.of(value),
    changed,
  }
}

async function checkWinnable(work: UnitOfWork, deal: DealToWin): Promise<void> {
  dealLifecycle.check(deal.stage, 'WON')
  if (isOpen(deal.stage)) checkWinStage(deal.stage, deal.strict)
  if (deal.strict) checkRequirements(deal.wonRequirements ?? [], doneOf(deal.checklist))
  if (deal.customerBlocked) throw new Refusal('CUSTOMER_BLOCKED', { customerId: deal.customerId })
  if (deal.value <= 0n) throw against('DEAL_VALUE_POSITIVE', {}, 'value')
  if (deal.wonStageId === null) throw against('PIPELINE_HAS_WON_STAGE')
  const gone = deal.lines.find((line) => !line.sellable || line.obstacle !== null)
  if (gone)
    throw new Refusal('PRODUCT_NOT_SELLABLE', { product: gone.obstacle ?? gone.productName, productId: gone.productId })
  if (deal.lines.length === 0 && !(await work.setting<boolean>('deals.allowWonWithoutLines')))
    throw against('WON_WITH_LINES')
}

interface Agreed {
  readonly gross: Money
  readonly discounted: Money
  readonly lines: WonLine[]
  /** What the final amount changed of the deal. */
  readonly deal: Partial<Pick<DealToWin, 'value' | 'netValue' | 'discount' | 'discountType'>>
}

/** The amount at the end: as it stands, or brought down to `finalAmount` by a fixed document discount. */
async function settleAmount(
  work: UnitOfWork,
  deal: DealToWin,
  finalAmount: number | string | undefined,
): Promise<Agreed> {
  const value = Money.of(deal.value)
  const wanted = finalAmount === undefined ? value : Money.parse(finalAmount)
  if (wanted.compare(value) > 0) throw invalid('finalAmount', 'AT_MOST_THE_DEAL', { maximum: value })
  if (!wanted.isPositive()) throw invalid('finalAmount', 'POSITIVE')
  if (deal.lines.length === 0) return settleEstimate(work, deal, wanted)
  if (wanted.equals(value)) {
    const lines = deal.lines.map((line) => wonLine(line, Money.of(line.totalPrice)))
    const sum = (of: (line: DealToWin['lines'][number]) => bigint) =>
      Money.of(deal.lines.reduce((total, line) => total + of(line), 0n))
    return { gross: sum((line) => line.gross), discounted: sum((line) => line.discounted), lines, deal: {} }
  }
  const discount = discountForTotal(deal.lines, wanted)
  const {
    amounts: { priced },
  } = await repriceDeal(work, deal.id, deal.lines, discount)
  return {
    gross: priced.grossAmount,
    discounted: priced.discountAmount,
    lines: deal.lines.map((line, index) => wonLine(line, priced.lines[index]!.total)),
    deal: {
      value: priced.totalAmount.tiyn,
      netValue: priced.subtotal.tiyn,
      discount: discount.value,
      discountType: discount.type,
    },
  }
}

/** Without lines there is nothing to discount: the estimate itself becomes the final amount, and what was let go counts as discount. */
async function settleEstimate(work: UnitOfWork, deal: DealToWin, wanted: Money): Promise<Agreed> {
  const gross = Money.of(deal.value)
  const amounts = await manualAmounts(work, wanted, discountOf(deal))
  // The VAT inside may be another today than on the day of the estimate.
  if (wanted.equals(gross) && amounts.net_value === deal.netValue.toString())
    return { gross, discounted: Money.zero, lines: [], deal: {} }
  await patchDeal(work, deal.id, amounts)
  return {
    gross,
    discounted: gross.minus(wanted),
    lines: [],
    deal: { value: wanted.tiyn, netValue: BigInt(String(amounts.net_value)) },
  }
}

function wonLine(line: DealToWin['lines'][number], total: Money): WonLine {
  return {
    dealProductId: line.id,
    productId: line.productId,
    quantity: line.quantity.toNumber(),
    unitPrice: line.unitPrice.toNumber(),
    priceIncludesVat: line.priceIncludesVat,
    discount: UnitPrice.of(line.discount).toNumber(),
    discountType: line.discountType,
    vatRate: line.vatRate.toNumber(),
    totalPrice: total.toNumber(),
  }
}
