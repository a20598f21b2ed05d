import type { CreateBomBody } from '@prometric/contracts/boms'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { type BomPart, refuseBomCircle, lockBomParts } from '../bom-parts.js'
import { activateBom } from './activate-bom.js'

/** Writes down what a product is made of and how. It starts as a draft; `activate` makes it the default at once. */
export async function createBom(work: UnitOfWork, body: CreateBomBody): Promise<string> {
  const parts = await lockBomParts(work, body)
  const id = newId()
  await insertHeader(work, id, body, parts.get(body.productId)!)
  const components = body.components.map((component, i) => componentRow(component, i, parts))
  await work.rows(insertComponents, [work.workspaceId, work.organizationId, id, JSON.stringify(components)])
  const operations = (body.operations ?? []).map(operationRow)
  await work.rows(insertOperations, [work.workspaceId, work.organizationId, id, JSON.stringify(operations)])
  await refuseBomCircle(work, body.productId)
  if (body.activate) await activateBom(work, { id, isDefault: true })
  return id
}

async function insertHeader(work: UnitOfWork, id: string, body: CreateBomBody, product: BomPart): Promise<void> {
  const version = body.version ?? '1.0'
  const made = await work.row(insertBom, [
    work.workspaceId,
    work.organizationId,
    id,
    work.actor.userId,
    body.productId,
    version,
    body.name,
    body.description ?? null,
    String(body.quantity ?? 1),
    body.unit ?? product.unit,
    body.leadTimeDays ?? null,
    body.setupTimeMinutes ?? 0,
    body.productionTimeMinutes ?? 0,
    String(body.scrapPercent ?? 0),
    body.validFrom ?? work.today,
    body.validTo ?? null,
  ])
  if (!made) throw new Refusal('DUPLICATE', { field: 'version', value: version }, 'version')
}

function componentRow(
  component: CreateBomBody['components'][number],
  index: number,
  parts: ReadonlyMap<string, BomPart>,
) {
  return {
    id: newId(),
    component_id: component.componentId,
    sequence: component.sequence ?? index + 1,
    quantity_per_unit: String(component.quantityPerUnit),
    unit: parts.get(component.componentId)!.unit,
    scrap_factor: String(component.scrapFactor ?? 0),
    substitute_component_id: component.substituteComponentId ?? null,
    operation_sequence: component.operationSequence ?? null,
    specifications: component.specifications ?? {},
    notes: component.notes ?? null,
  }
}

function operationRow(operation: NonNullable<CreateBomBody['operations']>[number], index: number) {
  const units = (price: number | string | null | undefined) =>
    price === null || price === undefined ? null : String(UnitPrice.parse(price).units)
  return {
    id: newId(),
    sequence: operation.sequence ?? index + 1,
    name: operation.name,
    work_center_id: operation.workCenterId ?? null,
    setup_minutes: operation.setupMinutes ?? 0,
    run_minutes_per_unit: operation.runMinutesPerUnit ?? operation.duration ?? 0,
    labor_rate: units(operation.laborRate),
    cost: units(operation.cost),
    required_skills: operation.requiredSkills ?? [],
    required_equipment_type: operation.requiredEquipmentType ?? null,
    is_quality_gate: operation.isQualityGate ?? false,
    instructions: operation.instructions ?? null,
  }
}

const insertBom = sql`
  insert into app.bills_of_materials (workspace_id, organization_id, id, created_by, updated_by, product_id, bom_version, name, description, quantity, unit,
    lead_time_days, setup_time_minutes, production_time_minutes, scrap_percent, valid_from, valid_to, created_at, updated_at)
  values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, app.now(), app.now())
  on conflict (workspace_id, product_id, bom_version) where deleted_at is null do nothing returning id`
const insertComponents = sql`
  insert into app.bom_components (workspace_id, organization_id, bom_id, id, component_id, sequence, quantity_per_unit, unit, scrap_factor,
    substitute_component_id, operation_sequence, specifications, notes)
  select $1, $2, $3, c.id, c.component_id, c.sequence, c.quantity_per_unit, c.unit, c.scrap_factor, c.substitute_component_id, c.operation_sequence,
    c.specifications, c.notes
  from jsonb_populate_recordset(null::app.bom_components, $4::jsonb) c`
const insertOperations = sql`
  insert into app.bom_operations (workspace_id, organization_id, bom_id, id, sequence, name, work_center_id, setup_minutes, run_minutes_per_unit, labor_rate,
    cost, required_skills, required_equipment_type, is_quality_gate, instructions)
  select $1, $2, $3, o.id, o.sequence, o.name, o.work_center_id, o.setup_minutes, o.run_minutes_per_unit, o.labor_rate, o.cost, o.required_skills,
    o.required_equipment_type, o.is_quality_gate, o.instructions
  from jsonb_populate_recordset(null::app.bom_operations, $4::jsonb) o`
