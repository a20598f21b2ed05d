import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { shippedSettings } from '../shipped-settings.js'

/** Gives a new workspace every setting at its shipped value. */
export async function seedSettings(work: UnitOfWork): Promise<void> {
  const rows = Object.entries(shippedSettings).map(([key, value]) => ({
    id: newId(),
    key,
    category: key.split('.')[0]!.toUpperCase(),
    value,
    data_type: value === null ? 'json' : typeof value,
  }))
  await work.rows(insertSettings, [work.workspaceId, work.organizationId, JSON.stringify(rows), work.actor.userId])
}

// The JSON null is a value like any other here, so it is told apart from a missing one.
const insertSettings = sql`
  insert into app.app_settings (organization_id, workspace_id, id, key, category, value, data_type, created_by, updated_by)
  select $2, $1, (s->>'id')::uuid, s->>'key', s->>'category', s->'value', s->>'data_type', $4, $4 from jsonb_array_elements($3::jsonb) s`
