import type { Company } from '../../server/scenarios/support/company.js'

/** A word that stands in every text of a workspace, so that whoever sees one of them is caught with it. */
export const mark = 'ҚҰПИЯ-7319'

/** Texts that people write, by the names of their columns. */
const texts =
  '(^|_)(name|title|notes?|content|description|street|subject|comment|label|details|unit_name|reason|number)$'
/** Names that the program itself reads. */
const notTexts = ['outbox_events', 'event_deliveries', 'orchestrator_runs', 'orchestrator_steps', 'audit_logs', 'roles']

/** Writes the mark into every text of the workspace that takes it; answers with the columns that did. */
export async function plantMarks({ sql, workspaceId }: Company): Promise<string[]> {
  const columns = await sql<{ table: string; column: string; longest: number | null }>(
    `select table_name as "table", column_name as "column", character_maximum_length as longest from information_schema.columns c
     where table_schema = 'app' and data_type in ('text', 'character varying') and is_generated = 'NEVER' and column_name ~ $1 and table_name <> all($2::text[])
       and exists (select from information_schema.columns w where w.table_schema = 'app' and w.table_name = c.table_name and w.column_name = 'workspace_id')
     order by 1, 2`,
    [texts, notTexts],
  )
  const marked: string[] = []
  for (const { table, column, longest } of columns) {
    const kept = longest === null ? column : `left(${column}, ${longest - mark.length - 1})`
    const changed = await sql(
      `update ${table} set ${column} = ${kept} || ' ${mark}' where workspace_id = $1 and ${column} is not null returning 1`,
      [workspaceId],
      // Where a rule says what the words must be, they stay.
    ).catch(() => [])
    if (changed.length > 0) marked.push(`${table}.${column}`)
  }
  return marked
}

/** Every id of a row of the workspace. */
export async function idsOf({ sql, workspaceId }: Company): Promise<Set<string>> {
  const tables = await sql<{ table: string }>(
    `select table_name as "table" from information_schema.columns where table_schema = 'app' and column_name in ('workspace_id', 'id') and data_type = 'uuid'
     group by 1 having count(*) = 2`,
  )
  const rows = await sql<{ id: string }>(
    tables.map(({ table }) => `select id::text from ${table} where workspace_id = $1`).join(' union all '),
    [workspaceId],
  )
  return new Set(rows.map(({ id }) => id))
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

export const idsIn = (text: string): string[] => text.match(uuids) ?? []

/** The same text about rows that never were. */
export const aboutNothing = (text: string, ids: ReadonlySet<string>, instead: (id: string) => string): string =>
  text.replace(uuids, (id) => (ids.has(id) ? instead(id) : id))

/** What an answer tells that the question did not know: texts of the workspace, or ids of its rows. */
export function leaksIn(answer: string, question: string, ids: ReadonlySet<string>): string[] {
  const told = idsIn(answer).filter((id) => ids.has(id) && !question.includes(id))
  return [...(answer.includes(mark) ? [mark] : []), ...new Set(told)]
}
