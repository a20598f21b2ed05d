import type { Application } from '../application.js'
import { localDay } from '../kernel/kazakhstan/local-day.js'
import { contextOfNew, createOwner, openWorkspace } from '../orchestrators/owner-onboarding.js'
import { workingDays } from './calendar.js'
import { DemoClock, demoZone } from './demo-clock.js'
import { furniture } from './furniture.js'
import { hire } from './hire.js'
import { seededRandom } from './seeded-random.js'
import { type Place, Shop } from './shop.js'
import { branchCatalogue, branchWishes, groceryCatalogue, groceryWishes } from './small-catalogues.js'
import { demoOwner, demoPassword, lastToJoin, otherOwner, staff } from './staff.js'
import { someBin } from './state-numbers.js'
import { type History, tellHistory } from './tell-history.js'
import { furnitureRushes, furnitureWishes } from './wishes.js'

export interface DemoOptions {
  readonly months: number
  /** Of all workspaces together. */
  readonly deals: number
  readonly customers: number
  /** Lets the database count its rows, which the application's own role may not ask for. Without it the building takes twice as long. */
  readonly analyze: () => Promise<void>
}

const full: DemoOptions = { months: 12, deals: 300, customers: 120, analyze: async () => {} }
const seed = 2026

/**
 * Builds the demo company where there is none: a maker of metal furniture in Karaganda with a year of business behind it, its branch,
 * and a company that has nothing to do with it. Everything is done by the program's own operations on a clock that begins a year ago;
 * the same day gives the same business.
 */
export async function ensureDemo(application: Application, options: Partial<DemoOptions> = {}): Promise<void> {
  const { database, relay } = application
  const known = await database.global<{ email: string }>(`select email from app.users where email = any($1)`, [
    [demoOwner, lastToJoin.email],
  ])
  if (known.some((user) => user.email === lastToJoin.email)) return
  if (known.length > 0) {
    throw new Error('Демо-компания построена не до конца. Выполните «npm run demo:reset» и запустите программу снова.')
  }
  const from = performance.now()
  console.log('Демо: создаю компанию с историей за год, это займёт до 30 с …')
  const wanted = { ...full, ...options }
  await relay.pausedWhile(() => build(application, wanted))
  await wanted.analyze()
  console.log(`Демо: готово за ${Math.round((performance.now() - from) / 1000)} с`)
}

async function build(application: Application, { months, deals, customers, analyze }: DemoOptions): Promise<void> {
  const today = localDay(application.database.clock(), demoZone)
  const days = workingDays(today, months)
  const recent = days.slice(-Math.min(65, days.length))
  const aside = Math.ceil(deals / 15)
  const clock = new DemoClock(application.database, days[0]!)
  const maker = await clock.rule(async () => {
    const shop = await found(application, clock, {
      email: demoOwner,
      firstName: 'Асхат',
      lastName: 'Темірханов',
      companyName: 'ТОО «Темір Жиһаз»',
      workspaceName: 'Караганда',
    })
    await hire(shop, staff)
    await told(shop, '', {
      days,
      deals: deals - 2 * aside,
      customers,
      catalogue: furniture,
      wishes: furnitureWishes,
      rushes: furnitureRushes,
      seed,
      analyze,
    })
    const sidelines = {
      days: recent,
      deals: aside,
      customers: Math.min(15, customers),
      rushes: [],
      analyze: full.analyze,
    }
    clock.startDay(recent[0]!)
    await told(await branchOf(application, shop), 'Астана: ', {
      ...sidelines,
      catalogue: branchCatalogue,
      wishes: branchWishes,
      seed: seed + 1,
    })
    clock.startDay(recent[0]!)
    const grocer = await found(application, clock, {
      email: otherOwner,
      firstName: 'Гүлмира',
      lastName: 'Есенова',
      companyName: 'ТОО «Дән Сауда»',
      workspaceName: 'Костанай',
    })
    await told(grocer, 'Дән Сауда: ', {
      ...sidelines,
      catalogue: groceryCatalogue,
      wishes: groceryWishes,
      seed: seed + 2,
    })
    return shop
  })
  // Not in haste: when this is on the disk, so is everything before it.
  await hire(maker, [lastToJoin])
  await maker.settle()
}

const told = (shop: Shop, where: string, history: History) =>
  tellHistory(shop, history, (line) => console.log(`Демо: ${where}${line}`))

interface Founder {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly companyName: string
  readonly workspaceName: string
}

async function found(application: Application, clock: DemoClock, founder: Founder): Promise<Shop> {
  const bin = someBin(seededRandom(seed + founder.email.length))
  const { userId, organizationId, workspaceId } = await createOwner(application.database, {
    ...founder,
    password: demoPassword,
    bin,
    type: 'TOO',
  })
  return shopOf(application, clock, { organizationId, workspaceId }, userId)
}

/** The second workspace of the furniture maker; its owner does all the work there. */
async function branchOf(application: Application, maker: Shop): Promise<Shop> {
  const ownerId = maker.person('owner').userId
  const context = contextOfNew({ organizationId: maker.place.organizationId, ownerId, requestId: 'demo' })
  await application.database.run(context, (work) =>
    openWorkspace(work, {
      name: 'Астана',
      type: 'BRANCH',
      description: 'Филиал: продажи со склада',
      openedBy: ownerId,
    }),
  )
  return shopOf(
    application,
    maker.clock,
    { organizationId: context.organizationId, workspaceId: context.workspaceId },
    ownerId,
  )
}

async function shopOf(application: Application, clock: DemoClock, place: Place, ownerId: string): Promise<Shop> {
  const shop = new Shop(application, clock, place)
  await shop.enlist('owner', ownerId)
  return shop
}
