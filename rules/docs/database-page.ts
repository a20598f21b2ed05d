import type pg from 'pg'

interface Table {
  readonly name: string
  readonly columns: ReadonlyArray<{ name: string; type: string; needed: boolean; primary: boolean; foreign: boolean }>
  readonly references: ReadonlyArray<{ to: string; columns: string; needed: boolean }> | null
  readonly indexes: ReadonlyArray<{ name: string; definition: string }> | null
}

/** The tables of a migrated database, drawn by the migration that made them. */
export async function databasePage(
  admin: pg.Client,
  migrations: ReadonlyArray<{ name: string; text: string }>,
): Promise<string> {
  const { rows } = await admin.query<{ table: Table }>(catalogue)
  const tables = new Map(rows.map(({ table }) => [table.name, table]))
  const drawn = new Set<string>()
  const chapters = migrations.flatMap(({ name, text }) => {
    const made = [...text.matchAll(/create table (?:if not exists )?app\.(\w+)/gi)]
      .map((match) => match[1]!)
      .filter((table) => tables.has(table) && !drawn.has(table))
    made.forEach((table) => drawn.add(table))
    return made.length === 0
      ? []
      : chapter(
          name,
          made.map((table) => tables.get(table)!),
        )
  })
  return [
    '# Database',
    '',
    'Written by `npm run docs` from a migrated database; do not edit. Money is bigint in tiyn, prices bigint with four decimals, quantities numeric(18,6); `PK` and `FK` mark the columns of keys.',
    'References to `workspaces` and `organizations` stand in nearly every table and are not drawn.',
    '',
    ...chapters,
  ].join('\n')
}

function chapter(migration: string, tables: readonly Table[]): string[] {
  const words = migration.slice(5).replaceAll('_', ' ')
  return [
    `## ${words[0]!.toUpperCase()}${words.slice(1)}`,
    '',
    '```mermaid',
    'erDiagram',
    ...tables.flatMap(({ name, columns, references }) => [
      `  ${name} {`,
      ...columns.map(
        (column) => `    ${column.type.replace(/[^\w]+/g, '_').replace(/_$/, '')} ${column.name}${keyOf(column)}`,
      ),
      '  }',
      ...(references ?? []).map(
        ({ to, columns: by, needed }) => `  ${to} ${needed ? '||' : '|o'}--o{ ${name} : "${by}"`,
      ),
    ]),
    '```',
    '',
    '| Index | Definition |',
    '| --- | --- |',
    ...tables.flatMap(({ indexes }) =>
      (indexes ?? []).map(({ name, definition }) => `| ${name} | \`${definition}\` |`),
    ),
    '',
  ]
}

const keyOf = ({ primary, foreign }: { primary: boolean; foreign: boolean }) =>
  primary && foreign ? ' PK,FK' : primary ? ' PK' : foreign ? ' FK' : ''

const catalogue = `
  select json_build_object('name', c.relname,
    'columns', (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'needed', a.attnotnull,
        'primary', exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any(k.conkey)),
        'foreign', exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey))) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
    'references', (select json_agg(json_build_object('to', r.relname, 'columns', by.names, 'needed', by.needed) order by r.relname, by.names)
      from pg_constraint k join pg_class r on r.oid = k.confrelid
      cross join lateral (select string_agg(a.attname, ', ' order by a.attnum) filter (where a.attname not in ('workspace_id', 'organization_id')) as names, bool_and(a.attnotnull) as needed
        from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey)) by
      where k.conrelid = c.oid and k.contype = 'f' and r.relname not in ('workspaces', 'organizations')),
    'indexes', (select json_agg(json_build_object('name', x.relname,
        'definition', regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX \\S+ ON \\S+ USING (\\w+) ', '\\1')) order by x.relname)
      from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = c.oid)) as "table"
  from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations' order by c.relname`
