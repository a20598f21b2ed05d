import type { UnitOfWork } from '../database/unit-of-work.js'
import type { QueueName } from './queued-job.js'

export type JobResult = Readonly<Record<string, unknown>>

/** How far one transaction of a job has come: how much is done in percent and where to go on, or that it is done. */
export type Part<Reached> = { readonly progress: number; readonly reached: Reached } | { readonly result: JobResult }

export interface RunningJob<Payload, Reached> {
  readonly id: string
  readonly payload: Payload
  /** Where the part before left off; null at the beginning. */
  readonly reached: Reached | null
}

/**
 * Work that somebody may watch. It is done part by part, each in a transaction that also writes how far it came: whoever takes it over
 * from a killed worker goes on there, and nothing is done twice. What fits into one transaction answers with its result at once.
 */
export interface JobKind<Payload = unknown, Reached = unknown> {
  readonly name: string
  readonly queue: QueueName
  run(work: UnitOfWork, job: RunningJob<Payload, Reached>): Promise<Part<Reached>>
}

export interface JobTable {
  find(name: string): JobKind | undefined
  /** The names of the kinds that a queue runs. */
  namesOf(queue: QueueName): readonly string[]
}

/** Refuses to start when two kinds share a name. */
export function jobTable(kinds: readonly JobKind[]): JobTable {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  if (byName.size < kinds.length) throw new Error('two kinds of jobs share a name')
  return {
    find: (name) => byName.get(name),
    namesOf: (queue) => kinds.filter((kind) => kind.queue === queue).map(({ name }) => name),
  }
}
