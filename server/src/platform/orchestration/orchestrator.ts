import { newId } from '../../kernel/ids.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import type { DocumentRef, DomainEvent, RunRecord, StepRecord } from '../outbox/events.js'
import type { QueuedListener } from '../outbox/listener.js'

/** One thing an orchestrator may owe its subject. `run` leaves the facts such that `owed` is false. */
export interface Step<Facts> {
  readonly name: string
  readonly owed: (facts: Facts) => boolean
  readonly run: (work: UnitOfWork, facts: Facts) => Promise<readonly DocumentRef[] | void>
}

export interface OrchestratorTable<Facts> {
  readonly name: string
  readonly subject: string
  /** The events that wake it, and whom each is about. Undefined: the event does not concern a subject. */
  readonly wakesOn: Readonly<Record<string, (event: DomainEvent) => string | null | undefined>>
  /** Takes every lock the steps need, at once, in the house's order, and tells the facts. Undefined: nothing to do. */
  readonly look: (work: UnitOfWork, subjectId: string) => Promise<Facts | undefined>
  readonly steps: readonly Step<Facts>[]
  /** What the subject waits for when all that was owed is done. */
  readonly waitsFor?: (facts: Facts) => string | undefined
}

export type Orchestrator = QueuedListener & {
  readonly subject: string
  readonly stepNames: readonly string[]
  /** Runs it now. Safe at any moment: what is not owed is not done. */
  readonly visit: (
    work: UnitOfWork,
    subjectId: string,
    mode: RunRecord['mode'],
    triggerEventId: string | null,
  ) => Promise<RunRecord | undefined>
}

/** One whose work may begin with what a caller wants of it. */
export interface OrchestratorOf<Facts> extends Orchestrator {
  /** Runs it on facts that the caller has seen, under the locks that `look` would take. */
  readonly carryOut: (
    work: UnitOfWork,
    subjectId: string,
    facts: Facts,
    mode: RunRecord['mode'],
    triggerEventId: string | null,
    startedAt?: Date,
  ) => Promise<RunRecord>
}

/** Everything a subject owes, in the order it owes it. See the table where it is defined. */
export function orchestrator<Facts>(table: OrchestratorTable<Facts>): OrchestratorOf<Facts> {
  const visit: Orchestrator['visit'] = async (work, subjectId, mode, triggerEventId) => {
    const startedAt = work.moment()
    const facts = await table.look(work, subjectId)
    return facts && carryOut(work, subjectId, facts, mode, triggerEventId, startedAt)
  }
  const carryOut: OrchestratorOf<Facts>['carryOut'] = async (
    work,
    subjectId,
    facts,
    mode,
    triggerEventId,
    startedAt = work.moment(),
  ) => {
    const steps: StepRecord[] = []
    for (const step of table.steps) {
      if (!step.owed(facts)) continue
      const from = performance.now()
      const documents = (await step.run(work, facts)) ?? []
      if (step.owed(facts)) throw new Error(`${table.name}: '${step.name}' is still owed after it ran`)
      steps.push({ name: step.name, outcome: 'DONE', documents, durationMs: Math.round(performance.now() - from) })
    }
    const waiting = table.waitsFor?.(facts)
    if (waiting) steps.push({ name: 'wait', outcome: 'WAITING', documents: [], note: waiting, durationMs: 0 })
    const run: RunRecord = {
      id: newId(),
      orchestrator: table.name,
      subjectType: table.subject,
      subjectId,
      triggerEventId,
      mode,
      status: waiting ? 'WAITING' : 'DONE',
      startedAt,
      finishedAt: work.moment(),
      steps,
    }
    // A queued visit that found nothing owed leaves only its delivery: the chain shows what was done.
    if (mode !== 'QUEUED' || steps.length > 0) work.recordRun(run)
    return run
  }
  return {
    name: table.name,
    subject: table.subject,
    stepNames: table.steps.map((step) => step.name),
    events: Object.keys(table.wakesOn),
    visit,
    carryOut,
    hear: async (work, event) => {
      const subjectId = table.wakesOn[event.name]?.(event)
      if (subjectId) await visit(work, subjectId, work.hearing, event.id)
    },
  }
}
