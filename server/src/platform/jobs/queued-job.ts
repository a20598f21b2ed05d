/** The queues and how many jobs of each one process runs at the same time: what is slow does not stand before what is quick. */
export const queues = { schedule: 3, reports: 1 } as const

export type QueueName = keyof typeof queues
export const queueNames = Object.keys(queues) as QueueName[]

/** Which job, and whose. */
export interface JobKey {
  readonly organizationId: string
  readonly workspaceId: string
  readonly id: string
  readonly kind: string
}

/** A job that a transaction leaves behind. */
export interface QueuedJob extends JobKey {
  readonly queue: QueueName
}
