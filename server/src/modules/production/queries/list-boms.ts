import { bomComponentRow, bomOperationRow, bomRow, type BomRow, bomStatuses } from '@prometric/contracts/boms'
import type { z } from 'zod'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { anyOf, byId, flag } from '../../../platform/http/filters.js'
import { hideCosts, hideCostsOfPage } from '../../../platform/http/hidden-costs.js'
import { listing, type ListQuery, type Page } from '../../../platform/http/listing.js'

const component = (column: string) =>
  `(select p.${column} from app.products p where p.workspace_id = part.workspace_id and p.id = part.component_id)`

const boms = listing({
  from: 'app.bills_of_materials bom join app.products made on made.workspace_id = bom.workspace_id and made.id = bom.product_id',
  alias: 'bom',
  row: bomRow,
  computed: { productName: 'made.name', productCode: 'made.code' },
  filters: {
    productId: byId('bom.product_id'),
    status: anyOf('bom.status', bomStatuses),
    isDefault: flag('bom.is_default'),
  },
  sorts: ['name', 'bomVersion', 'status', 'createdAt', 'updatedAt'],
  defaultSort: '-createdAt',
  where: 'bom.deleted_at is null',
  includes: {
    components: {
      from: 'app.bom_components part',
      alias: 'part',
      row: bomComponentRow,
      parent: 'bom_id',
      order: 'part.sequence',
      computed: { componentName: component('name'), componentCode: component('code') },
    },
    operations: {
      from: 'app.bom_operations step',
      alias: 'step',
      row: bomOperationRow,
      parent: 'bom_id',
      order: 'step.sequence',
    },
  },
})

export const bomQuery = boms.query
export const bomAnswer = boms.answer

const bomCosts = ['materialCost', 'laborCost', 'overheadCost', 'totalCost'] as const
type Card = BomRow & {
  components?: Array<z.infer<typeof bomComponentRow>>
  operations?: Array<z.infer<typeof bomOperationRow>>
}

/** Bills of materials, the newest first. */
export async function listBoms(work: UnitOfWork, asked: ListQuery): Promise<Page<BomRow>> {
  const page = await boms.list(work, asked)
  return hideCostsOfPage(work, { ...page, items: page.items.map((row) => withoutPartCosts(work, row)) }, bomCosts)
}

/** A bill of materials with its components and operations. */
export async function findBom(work: UnitOfWork, id: string): Promise<BomRow> {
  return hideCosts(work, withoutPartCosts(work, await boms.find(work, id, 'components,operations')), bomCosts)
}

function withoutPartCosts(work: UnitOfWork, { components, operations, ...row }: Card): Card {
  return {
    ...row,
    ...(components ? { components: components.map((part) => hideCosts(work, part, ['unitCost', 'totalCost'])) } : {}),
    ...(operations ? { operations: operations.map((step) => hideCosts(work, step, ['laborRate', 'cost'])) } : {}),
  }
}
