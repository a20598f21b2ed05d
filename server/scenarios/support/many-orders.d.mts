import type { Pool } from 'pg'
import type { WrittenRows } from './written-rows.mjs'

export function multiply(
  pool: Pick<Pool, 'connect'>,
  sample: { readonly written: ReadonlyMap<string, WrittenRows> },
  range: { readonly from: number; readonly to: number; readonly log?: (line: string) => void },
): Promise<void>
