import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isAlive } from './start-lock.js'

const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 15_000

/** The superuser's address of the server on a port. */
export type Address = (port: number) => string

/** The port of the server that runs on this cluster, if one does. A pid file left by a dead server is cleared by the next one. */
export async function findRunning(cluster: string, address: Address): Promise<number | undefined> {
  const state = pidFile(cluster)
  if (!state || !isAlive(state.pid)) return undefined
  if (!isPostgres(state.pid)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true })
    return undefined
  }
  return await answering(cluster, address, () => isAlive(state.pid))
}

/** Waits until the server accepts connections; undefined when it dies first. */
export async function answering(cluster: string, address: Address, lives: () => boolean): Promise<number | undefined> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (lives()) {
    const state = pidFile(cluster)
    if (state?.ready) {
      const client = new pg.Client({ connectionString: address(state.port), connectionTimeoutMillis: 5_000 })
      client.on('error', () => {})
      const connected = await client.connect().then(
        () => true,
        () => false,
      )
      await client.end().catch(() => {})
      if (connected) return state.port
    }
    if (Date.now() > deadline) throw new Error(`embedded PostgreSQL in ${cluster} does not answer`)
    await sleep(30)
  }
  return undefined
}

/** A fast shutdown: sessions are ended, what was committed is on disk. */
export async function shutDown(cluster: string): Promise<void> {
  const state = pidFile(cluster)
  if (!state || !isAlive(state.pid) || !isPostgres(state.pid)) return
  process.kill(state.pid, 'SIGINT')
  const deadline = Date.now() + STOP_TIMEOUT_MS
  while (existsSync(join(cluster, 'postmaster.pid')) && isAlive(state.pid)) {
    if (Date.now() > deadline) throw new Error(`embedded PostgreSQL (process ${state.pid}) does not stop`)
    await sleep(30)
  }
}

function pidFile(cluster: string): { pid: number; port: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : undefined
  } catch {
    return undefined
  }
}

/** After a restart of the machine the number in the pid file may belong to anybody. Where we cannot look we believe it. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return process.platform !== 'linux'
  }
}
