/** What the database says of itself, as far as it matters for which tables a statement reads and writes. */
export interface Catalogue {
  /** Every table, and whether its rows belong to a workspace. */
  readonly tables: ReadonlyMap<string, { readonly inWorkspace: boolean }>
  /** The bodies of our own functions by name. */
  readonly functions: ReadonlyMap<string, string>
  /** What else a change of a table changes: the functions of its triggers, and the tables whose rows go with its rows. */
  readonly triggers: ReadonlyArray<{ readonly table: string; readonly function: string }>
  readonly cascades: ReadonlyArray<{ readonly table: string; readonly child: string }>
}

export async function readCatalogue(ask: <Row>(text: string) => Promise<Row[]>): Promise<Catalogue> {
  const tables = await ask<{ name: string; inWorkspace: boolean }>(
    `select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnotnull) as "inWorkspace"
     from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')`,
  )
  const functions = await ask<{ name: string; body: string }>(
    `select proname as name, string_agg(prosrc, ' ') as body from pg_proc where pronamespace = 'app'::regnamespace group by proname`,
  )
  const triggers = await ask<{ table: string; function: string }>(
    `select c.relname as "table", p.proname as function from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
     where not t.tgisinternal and c.relnamespace = 'app'::regnamespace`,
  )
  const cascades = await ask<{ table: string; child: string }>(
    `select parent.relname as "table", child.relname as child from pg_constraint k join pg_class parent on parent.oid = k.confrelid join pg_class child on child.oid = k.conrelid
     where k.contype = 'f' and k.connamespace = 'app'::regnamespace and (k.confdeltype in ('c', 'n', 'd') or k.confupdtype in ('c', 'n', 'd'))`,
  )
  return {
    tables: new Map(tables.map(({ name, inWorkspace }) => [name, { inWorkspace }])),
    functions: new Map(functions.map(({ name, body }) => [name, body])),
    triggers,
    cascades,
  }
}
