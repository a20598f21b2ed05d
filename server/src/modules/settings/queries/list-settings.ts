import type { SettingRow } from '@prometric/contracts/settings'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { regimeWarnings, vatRegimeOn } from '../../pricing/public.js'
import { shippedSettings } from '../shipped-settings.js'

const shipped = JSON.stringify(shippedSettings)

/** Every setting of the workspace, with what should be seen about it. Secrets are told by name only. */
export async function listSettings(work: UnitOfWork): Promise<SettingRow[]> {
  const rows = await work.rows<{ row: Omit<SettingRow, 'warnings'> }>(all, [work.workspaceId, null, shipped])
  return withWarnings(work, rows)
}

/** One setting. */
export async function findSetting(work: UnitOfWork, key: string): Promise<SettingRow> {
  const rows = await work.rows<{ row: Omit<SettingRow, 'warnings'> }>(all, [work.workspaceId, key, shipped])
  const [found] = await withWarnings(work, rows)
  if (!found) throw new Refusal('NOT_FOUND', { key })
  return found
}

async function withWarnings(
  work: UnitOfWork,
  rows: ReadonlyArray<{ row: Omit<SettingRow, 'warnings'> }>,
): Promise<SettingRow[]> {
  const vat = regimeWarnings(work.actor.language, await vatRegimeOn(work))
  const ofVat = ['vat.rateMode', 'vat.fixedRate']
  return rows.map(({ row }) => ({ ...row, warnings: ofVat.includes(row.key) ? vat : [] }))
}

// A setting that came after the workspace has no row of it until it is changed: it stands at its shipped value.
const all = sql`
  select json_build_object('key', key, 'category', coalesce(s.category, upper(split_part(key, '.', 1))),
    'value', case when s.key is null then shipped.value when not s.is_secret then s.value end,
    'dataType', coalesce(s.data_type, replace(jsonb_typeof(shipped.value), 'null', 'json')), 'isSecret', coalesce(s.is_secret, false),
    'isReadonly', coalesce(s.is_readonly, false), 'updatedAt', s.updated_at) as row
  from jsonb_each($3::jsonb) shipped full join (select * from app.app_settings where workspace_id = $1) s using (key)
  where $2::text is null or key = $2 order by key`
