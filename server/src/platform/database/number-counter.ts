import type { Client } from 'pg'
import type { Tenant } from './tenant.js'

interface Request {
  readonly tenant: Tenant
  readonly type: string
  readonly year: number
  readonly give: (number: string) => void
  readonly fail: (error: unknown) => void
}

/**
 * Numbers of internal documents. One short autocommit statement on a connection of its own answers all requests that wait
 * in the process, so wins in one workspace do not queue behind each other's commits.
 * (Gapless numbers at each insert: 90–108 chains/s; this: 168–172; no numbers at all: 180–194.)
 */
export class NumberCounter {
  private waiting: Request[] = []
  private running = false
  /** Where the connection stands: numbers are behind the wall between workspaces, as everything is. */
  private standing: { readonly client: Client; readonly workspaceId: string } | undefined

  constructor(private readonly connect: () => Promise<Client>) {}

  next(tenant: Tenant, type: string, year: number): Promise<string> {
    return new Promise((give, fail) => {
      this.waiting.push({ tenant, type, year, give, fail })
      void this.serve()
    })
  }

  private async serve(): Promise<void> {
    if (this.running) return
    this.running = true
    // A macrotask lets everyone who is about to ask join this round.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.waiting.length > 0) {
      const round = this.waiting
      this.waiting = []
      for (const asked of groupBy(round, (request) => request.tenant.workspaceId)) await this.answer(asked)
    }
    this.running = false
  }

  private async answer(asked: Request[]): Promise<void> {
    const groups = groupBy(asked, (request) => `${request.type}-${request.year}`)
    const { tenant } = asked[0]!
    try {
      const client = await this.connect()
      await this.standIn(client, tenant)
      const { rows } = await client.query<{ document_type: string; year: number; first_value: bigint }>({
        name: 'take_numbers',
        text: 'select document_type, year, first_value from app.take_numbers($1, $2, $3, $4, $5)',
        values: [
          tenant.organizationId,
          tenant.workspaceId,
          groups.map((g) => g[0]!.type),
          groups.map((g) => g[0]!.year),
          groups.map((g) => g.length),
        ],
      })
      for (const group of groups) {
        const { type, year } = group[0]!
        const first = Number(rows.find((row) => row.document_type === type && row.year === year)!.first_value)
        group.forEach((request, i) => request.give(`${type}-${year}-${String(first + i).padStart(6, '0')}`))
      }
    } catch (error) {
      for (const request of asked) request.fail(error)
    }
  }

  private async standIn(client: Client, { organizationId, workspaceId }: Tenant): Promise<void> {
    if (this.standing?.client === client && this.standing.workspaceId === workspaceId) return
    await client.query(
      "select set_config('app.organization_id', $1, false), set_config('app.workspace_id', $2, false)",
      [organizationId, workspaceId],
    )
    this.standing = { client, workspaceId }
  }
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return [...groups.values()]
}
