import { text } from '@prometric/contracts/wire'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.js'
import { statement } from '../database/statement.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import type { Filter } from './filters.js'
import { columnOf, selectList } from './select-list.js'

/** Columns that say whose a row is; people with scope OWN or DEPARTMENT see only theirs. */
export interface Whose {
  readonly assignedTo: string
  readonly createdBy: string
  readonly department?: string
}

export interface Page<Row> {
  readonly items: readonly Row[]
  readonly total: number
  readonly totalCapped: boolean
  readonly page: number
  readonly limit: number
}

/** Children that a list or card gives on request, by one more statement whatever the number of rows. */
export interface Inclusion {
  readonly from: string
  readonly alias: string
  readonly row: z.ZodObject
  /** The child's column that holds the parent's id. */
  readonly parent: string
  readonly order: string
  readonly computed?: Readonly<Record<string, string>>
  readonly permission?: string
  readonly scope?: Whose
}

export interface ListTable<Row extends z.ZodObject> {
  readonly from: string
  readonly alias: string
  readonly row: Row
  /** SQL of the keys that are no columns of the table. */
  readonly computed?: Readonly<Record<string, string>>
  readonly filters?: Readonly<Record<string, Filter>>
  readonly sorts: readonly string[]
  readonly defaultSort: string
  /** Folded or plain text columns that `search` looks into. */
  readonly search?: readonly string[]
  /** A condition that always holds, such as `deal.deleted_at is null`. */
  readonly where?: string
  readonly scope?: Whose
  readonly includes?: Readonly<Record<string, Inclusion>>
}

export type ListQuery = Readonly<Record<string, unknown>>

const countAtMost = 10_000

/** One resource's list and card as a table: what it shows, by what it filters, how it sorts. Selects straight into the answer's shape. */
export function listing<Row extends z.ZodObject>(table: ListTable<Row>) {
  const includes = table.includes ?? {}
  const answer = table.row.extend(
    Object.fromEntries(Object.entries(includes).map(([name, child]) => [name, z.array(child.row).optional()])),
  ) as unknown as Row
  const columns = selectList(table.row, table.alias, table.computed)
  const sorted = new RegExp(`^-?(${table.sorts.join('|')})(,-?(${table.sorts.join('|')}))*$`)
  const include =
    Object.keys(includes).length === 0
      ? {}
      : {
          include: z
            .string()
            .regex(new RegExp(`^(${Object.keys(includes).join('|')})(,(${Object.keys(includes).join('|')}))*$`))
            .optional(),
        }
  const query = z.strictObject({
    page: z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .optional(),
    limit: z
      .string()
      .regex(/^([1-9]\d?|100)$/)
      .optional(),
    pageSize: z
      .string()
      .regex(/^([1-9]\d?|100)$/)
      .optional(),
    sort: z.string().regex(sorted).optional(),
    sortBy: z.enum(table.sorts as [string, ...string[]]).optional(),
    sortOrder: z.enum(['ASC', 'DESC', 'asc', 'desc']).optional(),
    ...(table.search ? { search: text(200, 0).optional() } : {}),
    ...include,
    ...Object.fromEntries(
      Object.entries(table.filters ?? {}).map(([name, filter]) => [name, filter.schema.optional()]),
    ),
  })

  async function list(work: UnitOfWork, asked: ListQuery): Promise<Page<z.infer<Row>>> {
    const limit = Number(asked.limit ?? asked.pageSize ?? 100)
    const page = Number(asked.page ?? 1)
    const { where, values } = conditions(work, asked)
    const rows = await work.rows<{ row: z.infer<Row> }>(
      statement(
        `select to_json(t) as row from (select ${columns} from ${table.from} where ${where} order by ${order(asked)} limit $${values.length + 1} offset $${values.length + 2}) t`,
      ),
      [...values, limit, (page - 1) * limit],
    )
    const items = rows.map((one) => one.row)
    await addIncluded(work, items, asked.include)
    // A page that is not full ends the list: whoever sees it has counted.
    const ended = items.length < limit && (items.length > 0 || page === 1)
    const total = ended ? (page - 1) * limit + items.length : await count(work, where, values)
    return { items, total: Math.min(total, countAtMost), totalCapped: total > countAtMost, page, limit }
  }

  async function count(work: UnitOfWork, where: string, values: readonly unknown[]): Promise<number> {
    const counted = await work.row<{ total: number }>(
      statement(
        `select count(*)::int as total from (select 1 from ${table.from} where ${where} limit ${countAtMost + 1}) t`,
      ),
      values,
    )
    return counted!.total
  }

  async function find(work: UnitOfWork, id: string, included?: unknown): Promise<z.infer<Row>> {
    const { where, values } = conditions(work, {})
    const found = await work.row<{ row: z.infer<Row> }>(
      statement(
        `select to_json(t) as row from (select ${columns} from ${table.from} where ${where} and ${table.alias}.id = $${values.length + 1}) t`,
      ),
      [...values, id],
    )
    if (!found) throw new Refusal('NOT_FOUND')
    await addIncluded(work, [found.row], included)
    return found.row
  }

  function conditions(work: UnitOfWork, asked: ListQuery): { where: string; values: unknown[] } {
    const values: unknown[] = [work.workspaceId]
    const where = [`${table.alias}.workspace_id = $1`]
    if (table.where) where.push(table.where)
    const bind = (value: unknown) => `$${values.push(value)}`
    where.push(...whatIsTheirs(work, table.scope, bind))
    for (const [name, filter] of Object.entries(table.filters ?? {})) {
      if (asked[name] !== undefined) where.push(filter.condition(asked[name] as string, bind, work))
    }
    if (table.search && typeof asked.search === 'string' && asked.search.trim() !== '') {
      const term = bind(
        '%' +
          asked.search
            .trim()
            .toLowerCase()
            .replace(/[\\%_]/g, '\\$&') +
          '%',
      )
      where.push(`(${table.search.map((column) => `lower(${column}) like ${term}`).join(' or ')})`)
    }
    return { where: where.join(' and '), values }
  }

  function order(asked: ListQuery): string {
    const wish =
      (asked.sort as string | undefined) ??
      (asked.sortBy
        ? `${String(asked.sortOrder).toUpperCase() === 'DESC' ? '-' : ''}${String(asked.sortBy)}`
        : table.defaultSort)
    const terms = wish.split(',').map((term) => {
      const name = term.replace('-', '')
      // Where nothing is missing nothing needs a place at the end, and the index serves both directions.
      const last = table.row.shape[name]?.safeParse(null).success === false ? '' : ' nulls last'
      return `${table.alias}.${columnOf(name)} ${direction(term)}${last}`
    })
    return [...terms, `${table.alias}.id ${direction(wish)}`].join(', ')
  }

  async function addIncluded(
    work: UnitOfWork,
    items: ReadonlyArray<Record<string, unknown>>,
    wanted: unknown,
  ): Promise<void> {
    for (const name of typeof wanted === 'string' ? new Set(wanted.split(',')) : []) {
      const child = includes[name]!
      if (child.permission) work.require(child.permission)
      const values: unknown[] = [work.workspaceId, items.map((item) => item.id)]
      const theirs = whatIsTheirs(work, child.scope, (value) => `$${values.push(value)}`)
      const where = [`${child.alias}.workspace_id = $1`, `${child.alias}.${child.parent} = any($2::uuid[])`, ...theirs]
      const rows = await work.rows<{ parent: string; row: unknown }>(
        statement(`select t.parent, to_json(t)::jsonb - 'parent' as row from (select ${child.alias}.${child.parent} as parent, ${selectList(child.row, child.alias, child.computed)}
          from ${child.from} where ${where.join(' and ')} order by ${child.order}) t`),
        values,
      )
      for (const item of items) item[name] = rows.filter((row) => row.parent === item.id).map((row) => row.row)
    }
  }

  return { query, answer, list, find }
}

const direction = (term: string) => (term.startsWith('-') ? 'desc' : 'asc')

/** The condition that leaves a person what is theirs; none for who sees the whole workspace. */
function whatIsTheirs(work: UnitOfWork, whose: Whose | undefined, bind: (value: unknown) => string): string[] {
  if (!whose || work.actor.scope === 'WORKSPACE') return []
  const { assignedTo, createdBy, department } = whose
  const mine = [`${createdBy} = ${bind(work.actor.userId)}`, `${assignedTo} = ${bind(work.actor.employeeId)}`]
  if (work.actor.scope === 'DEPARTMENT' && department) mine.push(`${department} = ${bind(work.actor.departmentId)}`)
  return [`(${mine.join(' or ')})`]
}
