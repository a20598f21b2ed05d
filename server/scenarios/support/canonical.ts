import type { Company } from './company.js'
import { businessTables } from './digest.js'

/** How work was done, not what came of it: these differ between one process and many by nature. */
const ways = [
  'outbox_events',
  'event_deliveries',
  'orchestrator_runs',
  'orchestrator_steps',
  'background_jobs',
  'organizations',
  'workspaces',
  'workspace_members',
  'employees',
]
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const number = /\b[A-Z]{2,3}-\d{4}-\d{6}\b/g
const moment = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[\d.+:Z-]*/g
/** The companies that are compared have identification numbers of their own. */
const identification = /"bin"[:,]"\d{12}"/g
const passing = /^(id|version|pos|stage_position|duration_seconds|.*_id|.*_by|.*_at)$/

/**
 * The business of a company as sorted text, table by table, without what chance decides: ids, numbers, times and versions.
 * Two companies to which the same happened have the same.
 */
export async function canonical(company: Company): Promise<Record<string, string[]>> {
  const tables = (await businessTables(company)).filter((table) => !ways.includes(table))
  const dump: Record<string, string[]> = {}
  for (const table of tables) {
    const rows = await company.sql<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where to_jsonb(t)->>'workspace_id' = $1`,
      [company.workspaceId],
    )
    dump[table] = rows.map(({ row }) => tell(row)).toSorted()
  }
  return dump
}

/** A row as text, without what chance decides. */
export function tell(row: Record<string, unknown>): string {
  const lasting = Object.entries(row)
    .filter(([column]) => !passing.test(column))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(lasting)
    .replace(uuid, '@')
    .replace(number, '#')
    .replace(moment, '~')
    .replace(identification, '"bin":"%"')
}

/** The tables and rows that one has and the other has not; at most a few of each. */
export function unlike(one: Record<string, string[]>, other: Record<string, string[]>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((table) => {
    const here = lacking(one[table] ?? [], other[table] ?? [])
    const there = lacking(other[table] ?? [], one[table] ?? [])
    return here.length + there.length === 0
      ? []
      : [
          `${table}: ${here.length} only in the first, ${there.length} only in the second`,
          ...here.slice(0, 2).map((row) => `- ${row}`),
          ...there.slice(0, 2).map((row) => `+ ${row}`),
        ]
  })
}

function lacking(rows: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1)
  return rows.filter((row) => {
    const count = left.get(row) ?? 0
    left.set(row, count - 1)
    return count <= 0
  })
}
