import type { Company } from './company.js'

/** Keeps no business: trails, replies, sign-ins, counters, which may have gaps, and what is derived from others. */
const unimportant = [
  'audit_logs',
  'idempotency_keys',
  'login_attempts',
  'refresh_tokens',
  'email_verifications',
  'users',
  'number_sequences',
  'document_counters',
  'deal_totals',
  'search_documents',
  'global_table',
  'audit_exempt_table',
]

/** Every table in which business is kept. */
export async function businessTables(company: Company): Promise<string[]> {
  const rows = await company.sql<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all($1::text[]) order by 1`,
    [unimportant],
  )
  return rows.map((row) => row.name)
}

/** One word for the content of each business table: the same word, the same rows to the last column. */
export async function digest(company: Company): Promise<Record<string, string>> {
  const tables = await businessTables(company)
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, (select count(*) || ' ' || coalesce(md5(string_agg(md5(to_jsonb(t)::text), '' order by md5(to_jsonb(t)::text))), '-') from ${table} t) as word`,
  )
  const rows = await company.sql<{ name: string; word: string }>(parts.join(' union all '))
  return Object.fromEntries(rows.map((row) => [row.name, row.word]))
}

/** One word for all that the company's workspace has in each table, whatever is kept there. */
export async function digestOfWorkspace({ sql, workspaceId }: Company): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' order by 1`,
  )
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '-') as word from app.${name} t where workspace_id = $1`,
  )
  const rows = await sql<{ name: string; word: string }>(parts.join(' union all '), [workspaceId])
  return Object.fromEntries(rows.map((row) => [row.name, row.word]))
}
