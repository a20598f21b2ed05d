import { fieldProblem } from '@prometric/contracts/field-problems'
import { newId } from '../../../kernel/ids.js'
import { against, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { settingSchema } from '../setting-values.js'

/** Gives settings of the workspace other values. What was written before them keeps what it was written with. */
export async function changeSettings(
  work: UnitOfWork,
  said: Readonly<Record<string, unknown>>,
  fieldOf: (key: string) => string = (key) => key,
): Promise<void> {
  const values = Object.entries(said).map(([key, value]) => ({ key, value: checked(work, key, value, fieldOf(key)) }))
  const changed = await work.rows<{ key: string; isReadonly: boolean }>(change, [
    work.workspaceId,
    JSON.stringify(values.map((value) => ({ ...value, id: newId() }))),
    work.actor.userId,
    work.organizationId,
  ])
  const kept = changed.find((row) => row.isReadonly)
  if (kept) throw against('SETTING_IS_FIXED', { key: kept.key }, fieldOf(kept.key))
}

function checked(work: UnitOfWork, key: string, value: unknown, field: string): unknown {
  const schema = settingSchema(key)
  if (!schema) throw new Refusal('NOT_FOUND', { key })
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  const [issue] = result.error.issues
  const message = fieldProblem(issue!, work.actor.language)
  throw new Refusal(
    'VALIDATION_FAILED',
    { key, fieldErrors: [{ field, code: issue!.code.toUpperCase(), message }] },
    field,
  )
}

// A workspace that is older than a setting has no row of it yet.
const change = sql`
  with said as (
    select (s ->> 'id')::uuid as id, s ->> 'key' as key, s -> 'value' as value from jsonb_array_elements($2::jsonb) s
  ), changed as (
    insert into app.app_settings as s (organization_id, workspace_id, id, key, category, value, data_type, created_by, updated_by)
    select $4, $1, id, key, upper(split_part(key, '.', 1)), value, jsonb_typeof(value), $3, $3 from said
    on conflict (workspace_id, key) do update set value = excluded.value, updated_at = app.now(), updated_by = excluded.updated_by
      where not s.is_readonly
    returning s.key
  )
  select said.key, not exists (select from changed where changed.key = said.key) as "isReadonly" from said`
