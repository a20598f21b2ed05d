import { type Job, Queue, Worker } from 'bullmq'
import { setTimeout as sleep } from 'node:timers/promises'
import { patientRedis } from '../../server/src/platform/redis/redis.js'

/** The naive twin of a delivery: a job that stands in Redis and nowhere else. */
export interface OnlyInRedis {
  /** Returns once Redis has taken it. */
  put(id: string): Promise<void>
  /** Waits until nothing moves any more, and names what was put and never done. */
  lost(): Promise<string[]>
  close(): Promise<void>
}

const queueName = 'only-in-redis'
const workMs = 20

export function onlyInRedis(url: string): OnlyInRedis {
  const [writing, working] = [patientRedis(url), patientRedis(url)]
  const put = new Set<string>()
  const done = new Set<string>()
  const queue = new Queue(queueName, { connection: writing })
  const worker = new Worker(
    queueName,
    async ({ name }: Job) => {
      await sleep(workMs)
      done.add(name)
    },
    { connection: working, drainDelay: 1 },
  )
  // That Redis goes and comes is what is watched.
  queue.on('error', () => {})
  worker.on('error', () => {})
  const lost = () => [...put].filter((id) => !done.has(id))
  return {
    put: async (id) => {
      await queue.add(id, {}, { attempts: 3 })
      put.add(id)
    },
    lost: async () => {
      for (let before = -1; before !== done.size;) {
        before = done.size
        if (lost().length === 0) break
        await sleep(5_000)
      }
      return lost()
    },
    close: async () => {
      await worker.close(true)
      await queue.close()
      writing.disconnect()
      working.disconnect()
    },
  }
}
