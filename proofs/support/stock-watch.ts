import { setTimeout as sleep } from 'node:timers/promises'
import type { Company } from '../../server/scenarios/support/company.js'

/** What is promised of a product, all seen at one moment. */
export interface StockLook {
  readonly productId: string
  readonly quantity: number
  readonly reserved: number
  /** What the reservations that are alive say. */
  readonly held: number
}

export interface StockWatch {
  /** How often it has looked. */
  readonly looks: number
  /** Every look at which more was promised than there is, or the promises were not what the stock says of them. */
  readonly broken: readonly StockLook[]
  stop(): Promise<void>
}

/** Looks at products every few milliseconds, each time with one statement: one snapshot. */
export function watchStock(company: Company, productIds: readonly string[]): StockWatch {
  const broken: StockLook[] = []
  let looks = 0
  let watching = true
  const watch = async () => {
    while (watching) {
      broken.push(...(await lookAtStock(company, productIds)).filter(isBroken))
      looks++
      await sleep(5)
    }
  }
  const watched = watch()
  return {
    get looks() {
      return looks
    },
    broken,
    stop: async () => {
      watching = false
      await watched
    },
  }
}

export const isBroken = ({ quantity, reserved, held }: StockLook): boolean => held > quantity || held !== reserved

export function lookAtStock(company: Company, productIds: readonly string[]): Promise<StockLook[]> {
  return company.sql<StockLook>(
    `select i.product_id as "productId", sum(i.quantity)::float8 as quantity, sum(i.reserved_quantity)::float8 as reserved,
       (select coalesce(sum(r.quantity - r.consumed_quantity), 0)::float8 from stock_reservations r
        where r.workspace_id = $1 and r.product_id = i.product_id and r.status = 'ACTIVE') as held
     from inventory_items i where i.workspace_id = $1 and i.product_id = any($2::uuid[]) group by 1 order by 1`,
    [company.workspaceId, productIds],
  )
}
