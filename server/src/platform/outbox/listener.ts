import type { UnitOfWork } from '../database/unit-of-work.js'
import type { Announcement, Hearer } from './events.js'

/** Runs in the writer's transaction, before its commit. */
export type InlineListener = Hearer<UnitOfWork>

/** Runs after the commit in its own transaction, retried and finally parked. */
export interface QueuedListener extends InlineListener {
  readonly events: readonly string[]
}

/** Who hears what. One listener listens one way. */
export interface ListenerTable {
  inline(eventName: string): readonly InlineListener[]
  /** Who would hear inside the transaction with inline orchestration, whichever way it runs now: a rehearsal shows all. */
  rehearsed(eventName: string): readonly InlineListener[]
  /** Those who hear after the commit and whom this very event concerns, by name. */
  queuedFor(event: Announcement): readonly string[]
  find(consumer: string): InlineListener | undefined
}
