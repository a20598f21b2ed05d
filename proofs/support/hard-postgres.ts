import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { nativeFolder } from '../../server/src/platform/embedded-postgres/binaries.js'
import { startEmbeddedPostgres } from '../../server/src/platform/embedded-postgres/embedded-postgres.js'
import { systemUser } from '../../server/src/platform/embedded-postgres/system-user.js'

/** How a server dies: all its processes are told to drop everything, or its head is shot and the rest finds out. */
export const deaths = { 'immediate stop': 'SIGQUIT', 'kill -9': 'SIGKILL' } as const
export type Death = keyof typeof deaths

/** A PostgreSQL of its own that writes through to the disk and can be stopped hard. */
export interface HardPostgres {
  readonly adminUrl: string
  stop(death: Death): Promise<void>
  /** On the same data and the same port. Resolves when it lets people in again. */
  start(): Promise<void>
  remove(): Promise<void>
}

export async function hardPostgres(): Promise<HardPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prometric-hard-'))
  const server = await startEmbeddedPostgres({ dataDir, fsync: true })
  const user = systemUser(nativeFolder(), dataDir)
  const head = (): number => Number(readFileSync(join(user.home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  let pid = head()
  const [, ...settings] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean)
  const launch = () => {
    const { file, args } = user.command('postgres', settings)
    return spawn(file, args, { ...user.identity, cwd: user.home, stdio: 'ignore' })
  }
  return {
    adminUrl: server.adminUrl,
    stop: async (death) => {
      pid = head()
      process.kill(pid, deaths[death])
      while (isAlive(pid)) await sleep(5)
    },
    start: async () => {
      // The orphans of a head that was shot may hold its memory for a moment: then the new one gives up and is started again.
      for (let child = launch(); !(await answers(server.adminUrl)); await sleep(20))
        if (child.exitCode !== null) child = launch()
    },
    remove: async () => {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
      if (user.home !== dataDir) await rm(user.home, { recursive: true, force: true })
    },
  }
}

async function answers(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function isAlive(pid: number): boolean {
  try {
    return !/\nState:\s+Z/.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
