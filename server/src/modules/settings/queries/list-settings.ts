import type { SettingRow } from '@prometric/contracts/settings'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { regimeWarnings, vatRegimeOn } from '../../pricing/public.js'

/** Every setting of the workspace, with what should be seen about it. Secrets are told by name only. */
export async function listSettings(work: UnitOfWork): Promise<SettingRow[]> {
  const rows = await work.rows<{ row: Omit<SettingRow, 'warnings'> }>(all, [work.workspaceId, null])
  return withWarnings(work, rows)
}

/** One setting. */
export async function findSetting(work: UnitOfWork, key: string): Promise<SettingRow> {
  const rows = await work.rows<{ row: Omit<SettingRow, 'warnings'> }>(all, [work.workspaceId, key])
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

const all = sql`
  select json_build_object('key', s.key, 'category', s.category, 'value', case when not s.is_secret then s.value end, 'dataType', s.data_type,
    'isSecret', s.is_secret, 'isReadonly', s.is_readonly, 'updatedAt', s.updated_at) as row
  from app.app_settings s where s.workspace_id = $1 and ($2::text is null or s.key = $2) order by s.key`
