import { Agenda } from './agenda.js'
import { monthName } from './calendar.js'
import type { Catalogue } from './catalogue-rows.js'
import { serveOrders } from './daily-rounds.js'
import { planDeals } from './deal-plans.js'
import { makeCatalogue } from './make-catalogue.js'
import { makeCustomers } from './make-customers.js'
import { seededRandom } from './seeded-random.js'
import { openDeal } from './sell.js'
import type { Shop } from './shop.js'
import { tidyDesks } from './tidy-desks.js'
import type { Wish } from './wishes.js'

export interface History {
  readonly days: readonly string[]
  readonly deals: number
  readonly customers: number
  readonly catalogue: Catalogue
  readonly wishes: readonly Wish[]
  readonly rushes: readonly Wish[]
  readonly seed: number
  /**
   * Lets the database count its rows. Its first plans are made for empty tables, where one index is as good as another; kept, they
   * would read whole tables long before it counts by itself.
   */
  readonly analyze: () => Promise<void>
}

/** New customers come once a month. */
const monthDays = 20
const quietDays = 5
/** Days by which the tables have grown several times over. */
const grownOn = [3, 20, 80]

/** Lives the history of one workspace day by day, all of it by the operations that its people would use, and tells how far it has come. */
export async function tellHistory(shop: Shop, history: History, say: (line: string) => void): Promise<void> {
  const { days, seed, catalogue } = history
  const random = seededRandom(seed)
  const plans = planDeals({ ...history, days: days.length }, seed)
  const agenda = new Agenda(days)
  shop.clock.startDay(days[0]!)
  say(`товары ${await makeCatalogue(shop, catalogue, random)}`)
  await shop.settle()
  for (const plan of plans) agenda.on(plan.createdOn, () => openDeal(shop, agenda, plan, random))
  let opened = 0
  for (const [i, day] of days.entries()) {
    agenda.today = i
    shop.clock.startDay(day)
    if (grownOn.includes(i)) await history.analyze()
    if (i % monthDays === 0) await welcomeCustomers(shop, history, i)
    await serveOrders(shop, random, { lastDays: i >= days.length - quietDays })
    await agenda.keep()
    if (i % monthDays === monthDays - 1 || i === days.length - quietDays) await tidyDesks(shop)
    await shop.settle()
    opened += plans.filter((plan) => plan.createdOn === i).length
    if (i === days.length - 1 || day.slice(0, 7) !== days[i + 1]!.slice(0, 7)) {
      say(`сделки ${opened}/${plans.length}, клиенты ${shop.customers.length} · ${monthName(day)}`)
    }
  }
}

/** As many as the plans of the coming month may ask for: see `planDeals`. */
async function welcomeCustomers(shop: Shop, { customers, days, seed }: History, today: number): Promise<void> {
  const expected = Math.max(9, Math.ceil((customers * (today + 2 * monthDays)) / (days.length + 20)))
  const coming = Math.min(customers, expected) - shop.customers.length
  if (coming > 0) await makeCustomers(shop, seededRandom(seed + 7_001 + today), coming)
}
