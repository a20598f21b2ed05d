import type { Application } from '../application.js'
import { newId } from '../kernel/ids.js'
import type { Tenant } from '../platform/database/tenant.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { type DemoClock, demoZone } from './demo-clock.js'

/** Who acts in a history. A small company gives several hats to its owner. */
export const hats = [
  'owner',
  'manager',
  'rep1',
  'rep2',
  'rep3',
  'accountant',
  'storekeeper',
  'foreman',
  'buyer',
] as const
export type Hat = (typeof hats)[number]

export interface Person {
  readonly userId: string
  readonly employeeId: string
  readonly actor: Tenant['actor']
}

export interface Place {
  readonly organizationId: string
  readonly workspaceId: string
}

/** Listeners that count again or tell people: in which order they hear makes no difference. */
const onlyLookers: ReadonlySet<string> = new Set([
  'deals.order-totals',
  'deals.activity-touch',
  'customers.metrics',
  'customers.status-notice',
  'order-notices',
  'approval-notices',
  'credit-notice',
  'kept-stock-notice',
  'supply-tasks',
  'deal-won-tasks',
  'deal-won-notice',
  'inventory.stock-alerts',
  'customer-notices',
  'shipping-notice',
  'production-notice',
])

/** One workspace of the demo, with its people at work: everything that happens in it goes through the program's own operations. */
export class Shop {
  private readonly people = new Map<Hat, Person>()
  /** Ids by product code, supplier key and customer number of the tables. */
  readonly products = new Map<string, string>()
  readonly suppliers = new Map<string, string>()
  readonly customers: string[] = []
  warehouseId = ''

  constructor(
    readonly application: Application,
    readonly clock: DemoClock,
    readonly place: Place,
  ) {}

  /** Gives a hat to a member of the workspace, with the rights that the member really has. */
  async enlist(hat: Hat, userId: string): Promise<void> {
    const member = await this.application.memberships.of(userId, this.place.workspaceId)
    if (!member?.employeeId) throw new Error(`${hat} is not a member`)
    const { employeeId, departmentId, role, scope, permissions } = member
    this.people.set(hat, {
      userId,
      employeeId,
      actor: { userId, employeeId, departmentId, role, scope, permissions, language: 'ru' },
    })
  }

  person(hat: Hat): Person {
    return this.people.get(hat) ?? this.people.get('owner')!
  }

  productId(code: string): string {
    const id = this.products.get(code)
    if (!id) throw new Error(`the tables know no product ${code}`)
    return id
  }

  /** One act of one person, in one transaction, a little later than the act before. */
  act<T>(hat: Hat, operation: (work: UnitOfWork) => Promise<T>): Promise<T> {
    this.clock.tick()
    return this.application.database.run(this.tenantOf(hat), operation)
  }

  private tenantOf(hat: Hat): Tenant {
    return {
      ...this.place,
      timezone: demoZone,
      actor: this.person(hat).actor,
      requestId: 'demo',
      correlationId: newId(),
      causationId: null,
      depth: 0,
    }
  }

  /** Lets everybody hear what happened: those who move goods and orders one after another, so that the same order gets the same goods each time. */
  async settle(): Promise<void> {
    await this.application.relay.drain((consumer) => !onlyLookers.has(consumer))
  }
}
