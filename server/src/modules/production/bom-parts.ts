import type { CreateBomBody } from '@prometric/contracts/boms'
import { invalid, Refusal } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

export interface BomPart {
  readonly id: string
  readonly productType: string
  readonly unit: string
  readonly trackInventory: boolean
}

/**
 * Locks the product of a bill of materials and everything it is made of, in the order of ids, so that two bills that would put
 * two products into one another wait for each other. Refuses what cannot be made or cannot be built in.
 */
export async function lockBomParts(
  work: UnitOfWork,
  { productId, components }: Pick<CreateBomBody, 'productId' | 'components'>,
): Promise<Map<string, BomPart>> {
  const named = components.flatMap(({ componentId, substituteComponentId }) => [
    componentId,
    ...(substituteComponentId ? [substituteComponentId] : []),
  ])
  const parts = new Map(
    (await work.rows<BomPart>(lockParts, [work.workspaceId, [productId, ...named]])).map((part) => [part.id, part]),
  )
  const product = parts.get(productId)
  if (!product) throw new Refusal('NOT_FOUND', { productId }, 'productId')
  if (product.productType !== 'MANUFACTURED')
    throw new Refusal(
      'OPERATION_NOT_ALLOWED_FOR_TYPE',
      { productType: product.productType, field: 'productId' },
      'productId',
    )
  components.forEach((component, i) => checkComponent(component, `components.${i}`, productId, parts))
  const sequences = components.map((component, i) => component.sequence ?? i + 1)
  const twice = sequences.findIndex((sequence, i) => sequences.indexOf(sequence) < i)
  if (twice >= 0)
    throw new Refusal('DUPLICATE', { field: 'sequence', value: sequences[twice] }, `components.${twice}.sequence`)
  return parts
}

function checkComponent(
  component: CreateBomBody['components'][number],
  field: string,
  productId: string,
  parts: ReadonlyMap<string, BomPart>,
): void {
  if (component.componentId === productId) throw new Refusal('BOM_CYCLE', { productId }, `${field}.componentId`)
  const part = parts.get(component.componentId)
  if (!part) throw new Refusal('NOT_FOUND', { componentId: component.componentId }, `${field}.componentId`)
  if (!part.trackInventory)
    throw new Refusal(
      'OPERATION_NOT_ALLOWED_FOR_TYPE',
      { productType: part.productType, field: 'componentId' },
      `${field}.componentId`,
    )
  // Units are not converted yet: a quantity in another unit would be taken for the component's own.
  if (component.unit !== undefined && component.unit !== part.unit)
    throw invalid(`${field}.unit`, 'UNIT_OF_THE_COMPONENT', { unit: part.unit })
  if (component.substituteComponentId && !parts.has(component.substituteComponentId))
    throw new Refusal('NOT_FOUND', { componentId: component.substituteComponentId }, `${field}.substituteComponentId`)
}

/** Refuses a product that would be part of itself, or of which the bills reach deeper than ten. */
export async function refuseBomCircle(work: UnitOfWork, productId: string): Promise<void> {
  const { depth, circle } = (await work.row<{ depth: number; circle: boolean }>(depthBelow, [
    work.workspaceId,
    productId,
  ]))!
  if (circle) throw new Refusal('BOM_CYCLE', { productId }, 'components')
  if (depth > 10) throw new Refusal('BOM_CYCLE', { productId, reason: 'TOO_DEEP', maximum: 10 }, 'components')
}

const lockParts = sql`
  select id, product_type as "productType", unit, track_inventory as "trackInventory" from app.products
  where workspace_id = $1 and id = any($2::uuid[]) and deleted_at is null order by id for no key update`
// A draft counts as well: it must not become a circle on the day it is activated.
const depthBelow = sql`
  with recursive below (id, depth) as (
    select $2::uuid, 0
    union
    select c.component_id, below.depth + 1 from below
    join app.bills_of_materials b on b.workspace_id = $1 and b.product_id = below.id and b.status in ('DRAFT', 'ACTIVE') and b.deleted_at is null
    join app.bom_components c on c.workspace_id = $1 and c.bom_id = b.id
    where below.depth < 11
  ) select max(depth) as depth, bool_or(id = $2::uuid and depth > 0) as circle from below`
