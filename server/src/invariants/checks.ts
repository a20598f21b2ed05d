import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Statement, statement } from '../platform/database/statement.js'

/** One invariant as a question of its own, for a look at one workspace from within its walls. */
export interface Check {
  /** The invariant, or what the names of several begin with. */
  readonly name: string
  /** Answers with `invariant`, `key` and `found` of every row that breaks it, which are `broken` in all. At most $1 of them. */
  readonly statement: Statement
}

export interface Finding {
  readonly invariant: string
  readonly key: string
  readonly found: Readonly<Record<string, unknown>>
}

// The same file whether this runs from `src` or from `dist`: SQL is not compiled.
const file = fileURLToPath(new URL('../../src/invariants/invariants.sql', import.meta.url))

const opening = 'broken (invariant, workspace_id, key, found) as ('
const closing = /\n\)\nselect invariant, [^)]*$/

/** The invariants of invariants.sql, one by one: they stand between lines that say `union all` and nothing else. */
export function readChecks(text = readFileSync(file, 'utf8')): Check[] {
  const [before, after] = text.split(opening)
  return after!
    .replace(closing, '')
    .split(/^ {2}union all$/m)
    .map((part) => ({
      name: /'([^']+)'/.exec(part)![1]!,
      statement: statement(`${before}${opening}${part}\n)
        select invariant, key, found, (count(*) over ())::int as broken from broken
        where workspace_id = app.workspace_id() order by invariant, key limit $1`),
    }))
}
