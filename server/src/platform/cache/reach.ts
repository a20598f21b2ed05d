import type { Statement } from '../database/statement.js'
import type { Catalogue } from './catalogue.js'

/**
 * Bookkeeping that no answer to be cached is made of, and that every transaction writes. It costs nothing, and an answer that reads it
 * after all is not stored.
 */
const bookkeeping: ReadonlySet<string> = new Set([
  'audit_logs',
  'background_jobs',
  'document_counters',
  'event_deliveries',
  'idempotency_keys',
  'notifications',
  'number_sequences',
  'orchestrator_runs',
  'orchestrator_steps',
  'outbox_events',
])

/** Rows of no workspace that are written once, before anybody can read them, and later by migrations only. */
const lasting: ReadonlySet<string> = new Set(['tax_rates'])

/** What statements read and write, as far as cached answers are concerned. */
export interface Touched {
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  /** Reads what no generation tells of: bookkeeping, rows outside the workspace, or the clock. */
  readonly uncertain: boolean
}

/**
 * Which tables a statement touches, taken from its text once. Rather too many than too few: a name after `from` counts although a CTE
 * bears it, and a function stands for all that its body names, as a trigger or a cascade does for a change.
 */
export class Reach {
  private readonly known = new Map<string, Touched>()

  constructor(private readonly catalogue: Catalogue) {}

  of({ name, text }: Statement): Touched {
    let touched = this.known.get(name)
    if (!touched) this.known.set(name, (touched = this.judge(text)))
    return touched
  }

  /** The tables that these write together. Every transaction asks this. */
  writesOf(statements: Iterable<Statement>): readonly string[] {
    const writes = new Set<string>()
    for (const statement of statements) for (const table of this.of(statement).writes) writes.add(table)
    return [...writes]
  }

  /** The tables that these read together; undefined when the answer they give cannot be kept. */
  readsOf(statements: Iterable<Statement>): readonly string[] | undefined {
    const reads = new Set<string>()
    for (const statement of statements) {
      const touched = this.of(statement)
      if (touched.uncertain || touched.writes.length > 0) return undefined
      for (const table of touched.reads) reads.add(table)
    }
    return [...reads]
  }

  private judge(text: string): Touched {
    const found: Found = { read: new Set(), written: new Set(), followed: new Set(), byTheClock: false }
    this.collect(text, found)
    const reads = [...found.read].filter((table) => !lasting.has(table))
    return {
      reads: reads.filter((table) => this.tells(table)),
      writes: [...found.written].filter((table) => this.tells(table)),
      uncertain: found.byTheClock || !reads.every((table) => this.tells(table)),
    }
  }

  private collect(text: string, into: Found): void {
    const { tables, functions } = this.catalogue
    if (/\b(now|clock_timestamp|statement_timestamp)\(\)|\bcurrent_(date|time)/i.test(text)) into.byTheClock = true
    for (const [, after, named] of text.matchAll(
      /\b(?:from|join|into|update)\s+(?:only\s+)?(?:app\.)?(\w+)|\bapp\.(\w+)/gi,
    )) {
      const table = after ?? named!
      if (tables.has(table)) into.read.add(table)
    }
    for (const [, table] of text.matchAll(/\b(?:into|update|delete\s+from)\s+(?:only\s+)?(?:app\.)?(\w+)/gi))
      if (tables.has(table!)) this.write(table!, into)
    for (const [, name] of text.matchAll(/\b(\w+)\s*\(/g)) if (functions.has(name!)) this.follow(name!, into)
  }

  private write(table: string, into: Found): void {
    if (into.written.has(table)) return
    into.written.add(table)
    for (const trigger of this.catalogue.triggers) if (trigger.table === table) this.follow(trigger.function, into)
    for (const cascade of this.catalogue.cascades) if (cascade.table === table) this.write(cascade.child, into)
  }

  private follow(name: string, into: Found): void {
    if (into.followed.has(name)) return
    into.followed.add(name)
    this.collect(this.catalogue.functions.get(name)!, into)
  }

  private tells(table: string): boolean {
    return !bookkeeping.has(table) && this.catalogue.tables.get(table)!.inWorkspace
  }
}

interface Found {
  readonly read: Set<string>
  readonly written: Set<string>
  readonly followed: Set<string>
  byTheClock: boolean
}
