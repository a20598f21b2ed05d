import type { PriceField } from '@prometric/contracts/products'
import { newId } from '../../kernel/ids.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { productEvent } from './events.js'
import type { ProductRecord } from './product.record.js'

export interface PriceChange {
  readonly field: PriceField
  readonly oldValue: bigint | null
  readonly newValue: bigint
}

type Priced = Pick<ProductRecord, 'price' | 'cost' | 'purchasePrice'>

/** Which of the three prices of a product became another. A price taken away leaves no row: it has no new value. */
export function priceChanges(before: Priced, after: Priced): PriceChange[] {
  const both: Array<[PriceField, bigint | null, bigint | null]> = [
    ['PRICE', before.price, after.price],
    ['COST', before.cost, after.cost],
    ['PURCHASE_PRICE', before.purchasePrice, after.purchasePrice],
  ]
  return both.flatMap(([field, oldValue, newValue]) =>
    newValue !== null && oldValue !== newValue ? [{ field, oldValue, newValue }] : [],
  )
}

/** Adds rows to the append-only history. */
export async function recordPrices(
  work: UnitOfWork,
  {
    productId,
    changes,
    reason,
    sourceId = null,
  }: { productId: string; changes: readonly PriceChange[]; reason: string; sourceId?: string | null },
): Promise<void> {
  if (changes.length === 0) return
  await work.rows(insertHistory, [
    work.workspaceId,
    work.organizationId,
    productId,
    work.actor.userId,
    reason,
    sourceId,
    changes.map(() => newId()),
    changes.map((change) => change.field),
    changes.map((change) => change.oldValue),
    changes.map((change) => change.newValue),
  ])
}

/** Says each change of a price to whoever keeps copies of it. */
export function announcePrices(
  work: UnitOfWork,
  { id, version, vatIncluded }: { id: string; version: number; vatIncluded: boolean },
  changes: readonly PriceChange[],
): void {
  for (const { field, oldValue, newValue } of changes) {
    const wire = (units: bigint) => UnitPrice.of(units).toNumber()
    work.announce(
      productEvent('product.price.changed', version, {
        productId: id,
        field,
        oldValue: oldValue === null ? null : wire(oldValue),
        newValue: wire(newValue),
        vatIncluded,
      }),
    )
  }
}

const insertHistory = sql`
  insert into app.product_price_history (workspace_id, organization_id, product_id, changed_by, reason, source_id, valid_from, id, field, old_value, new_value)
  select $1, $2, $3, $4, $5, $6, app.now(), c.id, c.field, c.old_value, c.new_value
  from unnest($7::uuid[], $8::text[], $9::bigint[], $10::bigint[]) as c (id, field, old_value, new_value)`
