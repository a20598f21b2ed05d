import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from './free-port.js'

/** False where nobody installed Redis: tests that need it say so in their names and are skipped. */
export const redisIsInstalled = spawnSync('redis-server', ['--version']).status === 0

/** A Redis server of its own, that can be flushed, killed and started again on the same port. */
export interface RedisServer {
  readonly url: string
  flush(): Promise<void>
  /** It stays connected and answers nobody for so long. */
  hang(ms: number): Promise<void>
  /** As the power cut would: nothing is saved. */
  kill(): Promise<void>
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>
  close(): Promise<void>
}

export async function redisServer(): Promise<RedisServer> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'prometric-redis-'))
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const start = async () => {
    child = spawn(
      'redis-server',
      ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--maxmemory-policy', 'noeviction'],
      { stdio: 'ignore' },
    )
    await answers(url)
  }
  const kill = async () => {
    if (!child) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    child = undefined
  }
  await start()
  return {
    url,
    start,
    kill,
    hang: (ms) => asked(url, (redis) => redis.client('PAUSE', ms, 'ALL')),
    flush: () => asked(url, (redis) => redis.flushall()),
    close: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<void> {
  await asked(url, (redis) => redis.ping())
}

/** One question on a connection of its own; waits until the server is up. */
async function asked(url: string, question: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: 250 })
  redis.on('error', () => {})
  try {
    await question(redis)
  } finally {
    redis.disconnect()
  }
}
