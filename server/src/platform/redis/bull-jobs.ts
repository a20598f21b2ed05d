import { Queue, UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { JobQueue } from '../jobs/job-queue.js'
import { type JobKey, queueNames, type QueueName, queues } from '../jobs/queued-job.js'
import { type JobOutcome, triesAtMost } from '../jobs/run-job.js'
import { bullPrefix, closeInTime, type SharedRedis } from './bull.js'
import { patientRedis } from './redis.js'

/**
 * The jobs in BullMQ, each by the id of its row. It tries again after 2, then 4 seconds, as the row says too, and forgets what is over:
 * an id that it kept would keep the row from being handed over again.
 */
export class BullJobs implements JobQueue {
  private readonly waiting: Redis[] = []
  private readonly workers: Worker<JobKey>[] = []
  private readonly known: Readonly<Record<QueueName, Queue<JobKey>>>

  constructor(
    private readonly redis: SharedRedis,
    private readonly leaseMs = 30_000,
  ) {
    this.known = Object.fromEntries(queueNames.map((name) => [name, this.queueOf(name)])) as Record<
      QueueName,
      Queue<JobKey>
    >
  }

  async add(queue: QueueName, jobs: readonly JobKey[]): Promise<boolean> {
    if (this.redis.asking.status !== 'ready') return false
    return this.known[queue].addBulk(jobs.map((job) => ({ name: job.kind, data: job, opts: { jobId: job.id } }))).then(
      () => true,
      () => false,
    )
  }

  work(run: (job: JobKey) => Promise<JobOutcome>): void {
    const connection = patientRedis(this.redis.url)
    this.waiting.push(connection)
    for (const name of queueNames) {
      const worker = new Worker<JobKey>(name, async ({ data }) => told(await run(data)), {
        connection,
        prefix: bullPrefix,
        concurrency: queues[name],
        lockDuration: this.leaseMs,
        stalledInterval: this.leaseMs,
      })
      worker.on('error', () => {})
      this.workers.push(worker)
    }
  }

  async close(): Promise<void> {
    await closeInTime([...this.workers, ...Object.values(this.known)])
    for (const redis of this.waiting) redis.disconnect()
  }

  private queueOf(name: QueueName): Queue<JobKey> {
    const queue = new Queue<JobKey>(name, {
      connection: this.redis.asking,
      prefix: bullPrefix,
      defaultJobOptions: {
        attempts: triesAtMost,
        backoff: { type: 'exponential', delay: 2_000 },
        removeOnComplete: true,
        removeOnFail: true,
      },
    })
    queue.on('error', () => {})
    return queue
  }
}

/** What became of the row, as BullMQ understands it: a failure is tried again, unless it was the last. */
function told(outcome: JobOutcome): void {
  if (outcome === 'FAILED') throw new UnrecoverableError('it failed for good')
  if (outcome === 'AGAIN') throw new Error('it is due again later')
}
