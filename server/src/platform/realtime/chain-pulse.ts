import type { UnitOfWork } from '../database/unit-of-work.js'
import { subjectsOf } from '../outbox/subjects.js'

const rememberedAtMost = 5_000
const gatherMs = 150

/**
 * Tells that a chain moved: also when a queued listener only finished, which leaves no event of its own. Commits that follow one
 * another within a blink are told once.
 */
export class ChainPulse {
  private readonly subjects = new Map<string, Set<string>>()
  private readonly pending = new Map<string, NodeJS.Timeout>()

  constructor(
    private readonly tell: (work: {
      workspaceId: string
      correlationId: string
      subjectId: string
      version: number
    }) => void,
  ) {}

  hear(work: UnitOfWork): void {
    const { correlationId } = work.tenant
    const found = [...work.events.flatMap((event) => Object.values(subjectsOf(event))), ...work.concerns]
    const known = this.subjects.get(correlationId)
    if (found.length === 0 && !known) return
    const subjects = known ?? new Set<string>()
    for (const id of found) subjects.add(id)
    this.subjects.delete(correlationId)
    this.subjects.set(correlationId, subjects)
    if (this.subjects.size > rememberedAtMost) this.subjects.delete(this.subjects.keys().next().value!)
    if (this.pending.has(correlationId)) return
    const { workspaceId } = work
    const timer = setTimeout(() => {
      this.pending.delete(correlationId)
      for (const subjectId of subjects) this.tell({ workspaceId, correlationId, subjectId, version: Date.now() })
    }, gatherMs)
    this.pending.set(correlationId, timer.unref())
  }

  stop(): void {
    for (const timer of this.pending.values()) clearTimeout(timer)
    this.pending.clear()
  }
}
