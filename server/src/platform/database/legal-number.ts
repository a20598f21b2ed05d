import { sql, type SqlText } from './statement.js'

/**
 * INV-2026-000001 and so on, without a gap: `$1` workspace, `$2` organization, `$3` type, `$4` year.
 * The row stays locked until the commit, so a rollback gives the number back. Weave it as a CTE into the insert of the document;
 * with `owing` no number is taken unless that relation has its row.
 */
export const nextNumber = (owing: SqlText = { text: '(values (1)) asked' }) => sql`
  insert into app.number_sequences as s (organization_id, workspace_id, document_type, year, prefix, next_value)
  select $2, $1, $3, $4, $3, 2 from ${owing}
  on conflict (workspace_id, document_type, year) do update set next_value = s.next_value + 1
  returning s.prefix || '-' || s.year || '-' || lpad((s.next_value - 1)::text, s.padding, '0') as number`

export const takeNextNumber = nextNumber()
