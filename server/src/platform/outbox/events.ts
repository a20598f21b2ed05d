/** What an operation says: a fact in the past tense about one aggregate, at the version the row then had. */
export interface Announcement {
  readonly name: string
  readonly aggregateType: string
  readonly aggregateId: string
  readonly aggregateVersion: number
  readonly payload: Readonly<Record<string, unknown>>
}

/** An event may not stand deeper than this in its chain. */
export const deepest = 20

export interface DomainEvent extends Announcement {
  readonly id: string
  readonly occurredAt: Date
  readonly actorId: string | null
  readonly correlationId: string
  readonly causationId: string | null
  readonly depth: number
}

/** Somebody who hears an event; what it is given to work with is the transaction. */
export interface Hearer<Work> {
  readonly name: string
  /** Has it anything to do with this event, as far as the event itself tells? Without a word it has. A queued listener gets no delivery otherwise. */
  concerns?(event: Announcement): boolean
  /**
   * It reads the facts of the subject that this field of the payload names, and nothing else of the event: hearing once settles everything
   * that waits for it about the same aggregate and the same subject.
   */
  readonly recomputes?: string
  hear(work: Work, event: DomainEvent): Promise<void>
}

export interface DocumentRef {
  readonly type: string
  readonly id: string
  readonly number: string | null
}

export interface StepRecord {
  readonly name: string
  readonly outcome: 'DONE' | 'WAITING' | 'FAILED'
  readonly documents: readonly DocumentRef[]
  readonly note?: string
  readonly durationMs: number
}

/** One pass of an orchestrator over its subject, as the chain will tell it. */
export interface RunRecord {
  readonly id: string
  readonly orchestrator: string
  readonly subjectType: string
  readonly subjectId: string
  readonly triggerEventId: string | null
  readonly mode: 'INLINE' | 'QUEUED' | 'MANUAL'
  readonly status: 'DONE' | 'WAITING' | 'ATTENTION'
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly steps: readonly StepRecord[]
}
