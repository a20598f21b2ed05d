import type { JobOutcome } from './run-job.js'
import type { JobKey, QueueName } from './queued-job.js'

/**
 * Something quicker than a poll that brings jobs to workers. It holds nothing but ids: what it forgets is handed over again, what it
 * brings twice is claimed once.
 */
export interface JobQueue {
  /** Answers false, and soon, while it is away. What it already holds it does not take twice. */
  add(queue: QueueName, jobs: readonly JobKey[]): Promise<boolean>
  /** From now on jobs are run by this process too. */
  work(run: (job: JobKey) => Promise<JobOutcome>): void
  /** Takes no more and waits for what is under way. */
  close(): Promise<void>
}
