import { newId } from '../../kernel/ids.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import type { Change, Generations } from './generations.js'
import type { Reach } from './reach.js'

/** What one transaction leaves behind for whoever has read the same before. */
export interface Trace {
  /** Settled when others know that it is about to be committed, or cannot be told. */
  readonly announced: Promise<void>
  /** Makes what was read before out of date. To be called once the commit has happened, or may have. */
  leave(): Promise<void>
}

/** Tells of every transaction which tables it wrote, once all is written and before it is committed. */
export class Traces {
  constructor(
    private readonly generations: Generations,
    private readonly reach: Reach,
  ) {}

  /** Undefined when it wrote nothing that answers are made of: then it costs nothing. */
  of({ organizationId, workspaceId, said }: UnitOfWork): Trace | undefined {
    const tables = this.reach.writesOf(said)
    if (tables.length === 0) return undefined
    const change: Change = { id: newId(), place: { organizationId, workspaceId }, tables }
    return { announced: this.generations.announce(change), leave: () => this.generations.move(change) }
  }
}
