import {
  bundleItemRow,
  productBalanceRow,
  productMovementRow,
  productPriceRow,
} from '@prometric/contracts/product-parts'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { hideCosts } from '../../../platform/http/hidden-costs.js'
import type { Inclusion } from '../../../platform/http/listing.js'
import type { z } from 'zod'

const latest = 50

const nameOf = (
  alias: string,
  column: string,
) => `(select concat_ws(' ', person.first_name, person.last_name) from app.employees person
  where person.workspace_id = ${alias}.workspace_id and person.user_id = ${alias}.${column} and person.deleted_at is null limit 1)`
const warehouseName = (alias: string) =>
  `(select w.name from app.warehouses w where w.workspace_id = ${alias}.workspace_id and w.id = ${alias}.warehouse_id)`
const ofPart = (column: string) =>
  `(select c.${column} from app.products c where c.workspace_id = part.workspace_id and c.id = part.component_id)`
/** The youngest rows of each product: a card shows no more. */
const latestOf = (alias: string, table: string, at: string) => `(select * from (
    select r.*, row_number() over (partition by r.workspace_id, r.product_id order by r.${at} desc, r.id desc) as place
    from ${table} r) numbered where place <= ${latest}) ${alias}`

/** What the card of a product shows beside the product itself. */
export const productIncludes = {
  bundleItems: {
    from: 'app.bundle_items part',
    alias: 'part',
    row: bundleItemRow,
    parent: 'bundle_id',
    order: 'part.sort_order, part.id',
    computed: { componentCode: ofPart('code'), componentName: ofPart('name'), unit: ofPart('unit') },
  },
  priceHistory: {
    from: latestOf('price', 'app.product_price_history', 'valid_from'),
    alias: 'price',
    row: productPriceRow,
    parent: 'product_id',
    order: 'price.valid_from desc, price.id desc',
    computed: { changedByName: nameOf('price', 'changed_by') },
  },
  stock: {
    from: 'app.inventory_items balance',
    alias: 'balance',
    row: productBalanceRow,
    parent: 'product_id',
    order: `${warehouseName('balance')}, balance.status`,
    computed: { warehouseName: warehouseName('balance') },
  },
  movements: {
    from: latestOf('moved', 'app.stock_movements', 'occurred_at'),
    alias: 'moved',
    row: productMovementRow,
    parent: 'product_id',
    order: 'moved.occurred_at desc, moved.id desc',
    computed: { warehouseName: warehouseName('moved'), createdByName: nameOf('moved', 'created_by') },
    permission: 'INVENTORY_VIEW',
  },
} satisfies Record<string, Inclusion>

export interface IncludedParts {
  readonly priceHistory?: ReadonlyArray<z.infer<typeof productPriceRow>>
  readonly stock?: ReadonlyArray<z.infer<typeof productBalanceRow>>
  readonly movements?: ReadonlyArray<z.infer<typeof productMovementRow>>
}

/** The parts as the asking person may see them: without costs, where those are not theirs to see. */
export function withoutCostsOfParts<Card extends IncludedParts>(work: UnitOfWork, card: Card): Card {
  if (work.allow('COST_VIEW')) return card
  const { priceHistory, stock, movements } = card
  return {
    ...card,
    ...(priceHistory && { priceHistory: priceHistory.filter(({ field }) => field === 'PRICE') }),
    ...(stock && { stock: stock.map((row) => hideCosts(work, row, ['unitCost'])) }),
    ...(movements && { movements: movements.map((row) => hideCosts(work, row, ['unitCost'])) }),
  }
}
