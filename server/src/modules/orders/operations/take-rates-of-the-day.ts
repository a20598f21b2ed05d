import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { atLawfulRates, defaultRate, linesOutdatedSql, vatRegimeOn } from '../../pricing/public.js'
import { lockForEditing } from '../editable-order.js'
import { waitedSql } from '../queries/order-vat-warnings.js'
import { storedLines } from '../stored-lines.js'
import { repriceOrder } from './reprice-order.js'
import { sayUpdated } from './say-updated.js'

/**
 * An order that waited while the law changed bears the rates of the day on which it is decided: the supply is yet to come. Prices with VAT
 * inside keep what the customer pays, prices without it keep the net. What was prepaid stays; the gates look at the new total.
 */
export async function takeRatesOfTheDay(work: UnitOfWork, orderId: string): Promise<void> {
  const order = await lockForEditing(work, orderId, {})
  const regime = await vatRegimeOn(work)
  const lines = atLawfulRates(regime, await storedLines(work, orderId))
  const shippingVatRate = order.shippingVatRate.isZero() ? order.shippingVatRate : defaultRate(regime)
  const version = await repriceOrder(work, { ...order, shippingVatRate }, lines)
  sayUpdated(work, order, version, { items: { vatDate: work.today } })
}

/** Whether that is owed: of the order `o`, cheap while its date is today. */
export const ratesOutdatedSql = (today: string, zone: string): string =>
  `case when o.order_date < ${today}::date then ${waitedSql(today, zone)} and ${linesOutdatedSql({
    lines: 'app.order_items',
    where: 'line.workspace_id = $1 and line.order_id = o.id and line.parent_item_id is null',
    day: today,
  })} else false end`
