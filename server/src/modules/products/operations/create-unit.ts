import type { CreateUnitBody } from '@prometric/contracts/units'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Adds a unit of measure under a code of its own. */
export async function createUnit(
  work: UnitOfWork,
  { code, name, nameTranslations = {}, kind, precision = 0 }: CreateUnitBody,
): Promise<string> {
  const id = newId()
  const made = await work.row(insertUnit, [
    work.workspaceId,
    work.organizationId,
    id,
    code,
    name,
    JSON.stringify(nameTranslations),
    kind,
    precision,
  ])
  if (!made) throw new Refusal('DUPLICATE', { field: 'code' }, 'code')
  return id
}

const insertUnit = sql`
  insert into app.units_of_measure (workspace_id, organization_id, id, code, name, name_translations, kind, precision)
  values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8) on conflict (workspace_id, code) do nothing returning id`
