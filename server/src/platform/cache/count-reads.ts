import { Counter, register } from 'prom-client'
import type { CachedKind } from './ttl.js'

const name = 'cache_reads_total'

const reads =
  (register.getSingleMetric(name) as Counter<'kind' | 'outcome'> | undefined) ??
  new Counter({
    name,
    help: 'Reads of what may be cached: found, not found, found out of date, or not looked for because nobody can tell.',
    labelNames: ['kind', 'outcome'],
  })

export function countRead(kind: CachedKind, outcome: 'hit' | 'miss' | 'stale' | 'away'): void {
  reads.inc({ kind, outcome })
}
