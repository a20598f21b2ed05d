import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

/**
 * A code such as `PRD-00017`. The house's counters begin anew each year, so when the short form is taken, by an earlier year or by a
 * person, the code keeps its year: `PRD-2027-000017`.
 */
export async function nextProductCode(work: UnitOfWork, prefix: string): Promise<string> {
  const number = await work.number(`C:${prefix}`.slice(0, 10))
  const [year, count] = number.split('-').slice(-2) as [string, string]
  const short = `${prefix}-${String(Number(count)).padStart(5, '0')}`
  const taken = await work.row(codeTaken, [work.workspaceId, short.toLowerCase()])
  return taken ? `${prefix}-${year}-${count}` : short
}

const codeTaken = sql`select 1 from app.products where workspace_id = $1 and code_lower = $2 and deleted_at is null`
