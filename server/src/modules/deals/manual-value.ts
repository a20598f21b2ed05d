import { Money } from '../../kernel/money.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { vatSplit, type Discount } from '../pricing/public.js'
import { dealServiceOf } from '../products/public.js'
import { amountsOf } from './deal-amounts.js'
import { amountRow, type DealAmountRow } from './write-deal.js'

/**
 * The amounts of a deal without lines: the value is what somebody estimated, VAT included. Its order will have one line of the
 * service DEAL-SERVICE, so the VAT inside is that product's. A discount is only remembered for the lines to come.
 */
export async function manualAmounts(
  work: UnitOfWork,
  value: Money,
  discount: Discount | undefined,
): Promise<DealAmountRow> {
  const service = await dealServiceOf(work)
  const rate = service.vatExempt ? null : service.vatRate
  const { net, vat } = vatSplit(value, rate, true)
  const units = {
    value: value.tiyn.toString(),
    net_value: net.tiyn.toString(),
    subtotal_amount: net.tiyn.toString(),
    tax_amount: vat.tiyn.toString(),
  }
  return { ...amountRow(amountsOf([], undefined), discount), ...units }
}
