import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '../../server/scenarios/support/client.js'
import type { Company } from '../../server/scenarios/support/company.js'
import { type Blow, type PostgresProxy, postgresProxy } from '../../server/scenarios/support/postgres-proxy.js'
import { databaseOf, type Program, type ProgramProcess } from '../../server/scenarios/support/program.js'
import { ownerAt } from './owner-at.js'

/** A process of the program with a proxy of its own between it and the database, so that it can be killed at a boundary. */
export interface Victim {
  readonly process: ProgramProcess
  readonly proxy: PostgresProxy
  readonly owner: Client
  /** The blow kills the process where it falls. */
  arm(blow: Blow): void
  /** Resolves when the process and everything it had begun in the database are gone. */
  bury(): Promise<void>
}

/** Processes that stand ready, since to start one takes longer than to kill it. */
export interface Victims {
  next(): Promise<Victim>
  close(): Promise<void>
}

export interface VictimOptions {
  readonly jwtSecret: string
  readonly role: 'api' | 'worker'
  readonly orchestration?: 'inline' | 'queued'
  readonly careless?: boolean
  readonly ahead?: number
}

const asksWhatIsReady = 'select * from app.ready_'

export async function victimsOf(company: Company, program: Program, options: VictimOptions): Promise<Victims> {
  const { jwtSecret, role, orchestration = 'inline', careless = false, ahead = 2 } = options
  const database = await databaseOf(company)
  const born: Promise<Victim>[] = []
  const ready: Promise<Victim>[] = []
  const bear = async (): Promise<Victim> => {
    const proxy = await postgresProxy(database, { careless, ...(role === 'worker' ? { held: asksWhatIsReady } : {}) })
    const begin = () =>
      program.start({
        ROLE: role,
        ORCHESTRATION: orchestration,
        DATABASE_URL: proxy.url,
        JWT_SECRET: jwtSecret,
        DATA_DIR: company.dataDir,
        // A worker says in its log that it is there.
        LOG_LEVEL: role === 'worker' ? 'info' : 'silent',
      })
    // On a machine that is busy with starting, a try may wait too long for its first connection and give up.
    const process_ = await begin().catch(begin).catch(begin).catch(begin)
    return {
      process: process_,
      proxy,
      owner: ownerAt(company, process_.url),
      arm: (blow) => proxy.arm({ ...blow, strike: () => process.kill(process_.pid, 'SIGKILL') }),
      bury: async () => {
        await process_.kill()
        await proxy.close()
        await untilGone(company, proxy.ports)
      },
    }
  }
  const replenish = () => {
    while (ready.length < ahead) {
      const one = bear()
      one.catch(() => {})
      born.push(one)
      ready.push(one)
    }
  }
  replenish()
  return {
    next: () => {
      const one = ready.shift()!
      replenish()
      return one
    },
    close: async () => {
      for (const one of born) {
        const { process: alive, proxy } = await one
        if (!alive.alive) continue
        await alive.kill()
        await proxy.close()
      }
    },
  }
}

async function untilGone({ sql }: Company, ports: ReadonlySet<number>): Promise<void> {
  for (;;) {
    const [row] = await sql<{ left: number }>(
      'select count(*)::int as left from pg_stat_activity where datname = current_database() and client_port = any($1::int[])',
      [[...ports]],
    )
    if (row!.left === 0) return
    await sleep(5)
  }
}
