import { newId } from '../../src/kernel/ids.js'
import { sql, statement } from '../../src/platform/database/statement.js'
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js'
import type { Random } from './random.js'

export type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** What the audit must say of one row that changed. */
export interface Expected {
  readonly entity_type: string
  readonly entity_id: string
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE'
  readonly user_id: string
  readonly request_id: string
  readonly old_values: unknown
  readonly new_values: unknown
  readonly changes: unknown
}

export interface AuditedTable {
  readonly name: string
  readonly versioned: boolean
  /** What a row must bring at its birth, beside the columns. */
  readonly birth: (number: number) => Record<string, unknown>
  readonly columns: Readonly<Record<string, (random: Random) => unknown>>
}

const word = (random: Random) => random.pick(['Алматы', 'Қарағанды', 'it’s "quoted"', 'a\\b', '₸ 100', ''])
const maybe = (make: (random: Random) => unknown) => (random: Random) => (random.chance(0.3) ? null : make(random))

export const auditedTables: readonly AuditedTable[] = [
  {
    name: 'tasks',
    versioned: true,
    birth: (number) => ({ title: `Task ${number}` }),
    columns: {
      description: maybe(word),
      priority: (r) => r.pick(['LOW', 'NORMAL', 'HIGH']),
      progress: (r) => r.below(1_000_000) / 10_000,
      due_date: maybe((r) => `2026-0${1 + r.below(9)}-15`),
      tags: (r) => Array.from({ length: r.below(3) }, () => word(r)),
      custom_fields: (r) => ({ n: r.below(3), w: word(r) }),
    },
  },
  {
    name: 'customers',
    versioned: true,
    birth: (number) => ({ customer_number: `CUS-${number}`, name: `Customer ${number}` }),
    columns: {
      industry: maybe(word),
      credit_limit: (r) => r.below(2_000_000_000),
      lead_score: (r) => r.below(101),
      vat_payer: (r) => r.chance(0.5),
      website: maybe(word),
    },
  },
  {
    name: 'app_settings',
    versioned: false,
    birth: (number) => ({ key: `audit.${number}` }),
    columns: {
      value: (r) => r.pick([true, 12.5, 'x', { on: true }, [1, 2], r.below(10)]),
      is_secret: (r) => r.chance(0.5),
      category: (r) => r.pick(['GENERAL', 'SALES']),
    },
  },
]

/** The rows as they stand, and what the audit must say of how they came to. */
export class AuditedChanges {
  expected: Expected[] = []
  private readonly rows = new Map(auditedTables.map(({ name }) => [name, new Map<string, Row>()]))
  private born = 0

  constructor(private readonly random: Random) {}

  /** One transaction's worth of random statements; forgets them again when the transaction is given up. */
  async during(
    transaction: (change: (work: UnitOfWork, atMost: number) => Promise<void>) => Promise<void>,
  ): Promise<boolean> {
    const before = {
      expected: this.expected.length,
      rows: new Map([...this.rows].map(([name, rows]) => [name, new Map(rows)])),
    }
    try {
      await transaction((work, atMost) => this.change(work, atMost))
      return true
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error
      this.expected.length = before.expected
      for (const [name, rows] of before.rows) this.rows.set(name, rows)
      return false
    }
  }

  private async change(work: UnitOfWork, atMost: number): Promise<void> {
    const table = this.random.pick(auditedTables)
    const size = Math.min(atMost, this.random.chance(0.5) ? 1 : 1 + this.random.below(20))
    const standing = [...this.rows.get(table.name)!.values()]
    const some = Array.from({ length: Math.min(size, standing.length) }, () => this.random.pick(standing))
    const chosen = [...new Map(some.map((row) => [row.id, row])).values()]
    const kind =
      standing.length < 20
        ? 'insert'
        : this.random.pick(['insert', 'update', 'update', 'update', 'delete', 'upsert', 'same'])
    if (kind === 'insert')
      await this.insert(
        work,
        table,
        Array.from({ length: size }, () => this.newRow(work, table)),
      )
    else if (kind === 'upsert') await this.upsert(work, table, [...chosen.slice(1), this.newRow(work, table)])
    else if (kind === 'delete') await this.remove(work, table, chosen)
    else await this.update(work, table, chosen, kind === 'same')
  }

  private newRow(work: UnitOfWork, table: AuditedTable): Row {
    const columns = Object.fromEntries(Object.entries(table.columns).map(([name, make]) => [name, make(this.random)]))
    return {
      organization_id: work.organizationId,
      workspace_id: work.workspaceId,
      id: newId(),
      ...table.birth(++this.born),
      ...columns,
    }
  }

  private async insert(work: UnitOfWork, { name }: AuditedTable, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(rows[0]!).join(', ')
    const insert = statement(
      `insert into app.${name} as t (${columns}) select ${columns} from jsonb_populate_recordset(null::app.${name}, $1::jsonb) returning to_jsonb(t) as row`,
    )
    for (const { row } of await work.rows<{ row: Row }>(insert, [JSON.stringify(rows)]))
      this.note(work, name, undefined, row)
  }

  private async update(work: UnitOfWork, table: AuditedTable, rows: readonly Row[], same: boolean): Promise<void> {
    const columns = Object.keys(table.columns).filter(() => this.random.chance(0.4))
    const touched = [
      ...columns.map((column) => `${column} = n.${column}`),
      ...(same ? [] : [`updated_at = app.now()${table.versioned ? ', version = t.version + 1' : ''}`]),
    ]
    const next = rows.map((row) => ({
      id: row.id,
      ...Object.fromEntries(
        columns.map((column) => [column, same ? row[column] : table.columns[column]!(this.random)]),
      ),
    }))
    const update =
      statement(`update app.${table.name} t set ${touched.join(', ') || 'id = t.id'} from jsonb_populate_recordset(null::app.${table.name}, $2::jsonb) n
      where t.workspace_id = $1 and t.id = n.id returning to_jsonb(t) as row`)
    for (const { row } of await work.rows<{ row: Row }>(update, [work.workspaceId, JSON.stringify(next)]))
      this.note(work, table.name, this.rows.get(table.name)!.get(row.id), row)
  }

  /** One statement that inserts some rows and updates others: both kinds of triggers have their share. */
  private async upsert(work: UnitOfWork, { name, columns }: AuditedTable, rows: readonly Row[]): Promise<void> {
    const column = this.random.pick(Object.keys(columns))
    const wanted = rows.map((row) => ({ ...row, [column]: columns[column]!(this.random) }))
    const all = Object.keys(
      this.newRow(
        work,
        auditedTables.find((each) => each.name === name)!,
      ),
    ).join(', ')
    const upsert =
      statement(`insert into app.${name} as t (${all}) select ${all} from jsonb_populate_recordset(null::app.${name}, $1::jsonb)
      on conflict (workspace_id, id) do update set ${column} = excluded.${column} returning to_jsonb(t) as row`)
    for (const { row } of await work.rows<{ row: Row }>(upsert, [JSON.stringify(wanted)]))
      this.note(work, name, this.rows.get(name)!.get(row.id), row)
  }

  private async remove(work: UnitOfWork, { name }: AuditedTable, rows: readonly Row[]): Promise<void> {
    const remove = statement(
      `delete from app.${name} t where t.workspace_id = $1 and t.id = any($2::uuid[]) returning to_jsonb(t) as row`,
    )
    for (const { row } of await work.rows<{ row: Row }>(remove, [work.workspaceId, rows.map(({ id }) => id)]))
      this.note(work, name, row, undefined)
  }

  private note(work: UnitOfWork, name: string, old: Row | undefined, now: Row | undefined): void {
    const rows = this.rows.get(name)!
    if (now) rows.set(now.id, now)
    else rows.delete(old!.id)
    if (old && now && same(old, now)) return
    this.expected.push({
      entity_type: name,
      entity_id: (now ?? old)!.id,
      action: !old ? 'CREATE' : now ? 'UPDATE' : 'DELETE',
      user_id: work.actor.userId!,
      request_id: work.tenant.requestId,
      old_values: now ? null : present(old!, []),
      new_values: old
        ? null
        : present(now!, ['organization_id', 'workspace_id', 'created_at', 'updated_at', 'version']),
      changes: old && now ? difference(old, now) : null,
    })
  }
}

/** Thrown to roll a transaction back on purpose. */
export class GivenUp extends Error {}

const same = (a: unknown, b: unknown) => canonical(a) === canonical(b)
const present = (row: Row, without: readonly string[]) =>
  Object.fromEntries(Object.entries(row).filter(([name, value]) => value !== null && !without.includes(name)))

function difference(old: Row, now: Row): Record<string, unknown> | null {
  const changed = Object.keys(now).filter(
    (name) => !['updated_at', 'version'].includes(name) && !same(old[name], now[name]),
  )
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, [old[name], now[name]]]))
}

/** JSON with its keys in order, so that equal values are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

export const auditRows = sql`select entity_type, entity_id, action, user_id, request_id, old_values, new_values, changes from app.audit_logs where request_id like 'audit-%'`
