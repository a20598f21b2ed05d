import type { Pool } from 'pg'

export interface WrittenRows {
  readonly made: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly changed: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly columns: readonly string[]
}

export function writtenBy(
  admin: Pick<Pool, 'query'>,
  about: {
    readonly workspaceId: string
    readonly xid: string
    readonly before: ReadonlyMap<string, ReadonlySet<string>>
  },
): Promise<Map<string, WrittenRows>>
export function idsOf(admin: Pick<Pool, 'query'>, workspaceId: string): Promise<Map<string, Set<string>>>
export function transactionOf(admin: Pick<Pool, 'query'>, correlationId: string): Promise<string>
