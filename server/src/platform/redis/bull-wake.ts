import { Queue, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Wake } from '../outbox/wake.js'
import { bullPrefix, closeInTime, type SharedRedis } from './bull.js'
import { patientRedis } from './redis.js'

const name = 'deliveries'
/** A worker that was called and died keeps the next call from the others for so long. */
const calledMs = 5_000

/**
 * One job that means "look": however many commits call while it waits, there is one. A call while somebody is already looking is kept for
 * when he has looked, since his look may have come before the commit.
 */
export class BullWake implements Wake {
  private readonly waiting: Redis[] = []
  private readonly workers: Worker[] = []
  private readonly queue: Queue
  private calling = false
  private calledAgain = false

  constructor(private readonly redis: SharedRedis) {
    this.queue = new Queue(name, {
      connection: this.redis.asking,
      prefix: bullPrefix,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    })
    this.queue.on('error', () => {})
  }

  call(): void {
    if (this.redis.asking.status !== 'ready') return
    if (this.calling) {
      this.calledAgain = true
      return
    }
    this.calling = true
    void this.queue
      .add('look', null, { deduplication: { id: 'look', keepLastIfActive: true } })
      .catch(() => {})
      .finally(() => {
        this.calling = false
        if (!this.calledAgain) return
        this.calledAgain = false
        this.call()
      })
  }

  hear(wake: () => void): void {
    const connection = patientRedis(this.redis.url)
    this.waiting.push(connection)
    const worker = new Worker(name, async () => wake(), {
      connection,
      prefix: bullPrefix,
      lockDuration: calledMs,
      stalledInterval: calledMs,
      // What matters is the call, not how often a worker died of it.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    })
    worker.on('error', () => {})
    this.workers.push(worker)
  }

  async close(): Promise<void> {
    await closeInTime([...this.workers, this.queue])
    for (const redis of this.waiting) redis.disconnect()
  }
}
