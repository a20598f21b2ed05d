import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { answering, type Address } from './running-server.js'
import type { SystemUser } from './system-user.js'

/**
 * Makes a new, empty cluster. It is made beside its place and moved there when whole: one that was cut short by a kill looks finished
 * from inside.
 */
export async function createCluster(
  user: SystemUser,
  cluster: string,
  password: string,
  log: (message: string) => void,
): Promise<void> {
  log('creating the embedded database')
  const draft = `${cluster}.new-${process.pid}`
  const passwordFile = `${draft}.password`
  removeDrafts(cluster)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  user.give(passwordFile)
  try {
    const { file, args } = user.command('initdb', [
      `--pgdata=${draft}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...((await hasBuiltinLocale(user)) ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
      '--locale=C',
      // Without a character type of UTF-8 trigrams ignore Cyrillic letters.
      '--lc-ctype=C.UTF-8',
    ])
    const child = spawn(file, args, { ...user.identity, cwd: user.home, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    const code = await ended(child)
    if (code !== 0) throw new Error(`initdb failed (${code}): ${complaint.slice(-2000)}`)
    renameSync(draft, cluster)
  } finally {
    removeDrafts(cluster)
  }
}

/** PostgreSQL brings a locale of its own since 17: the operating system cannot change its order. */
async function hasBuiltinLocale(user: SystemUser): Promise<boolean> {
  const { file, args } = user.command('initdb', ['--version'])
  const child = spawn(file, args, { ...user.identity, cwd: user.home, stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await ended(child)
  return Number(/(\d+)/.exec(said)?.[1]) >= 17
}

function removeDrafts(cluster: string): void {
  const drafts = readdirSync(dirname(cluster)).filter((name) => name.startsWith(`${basename(cluster)}.new-`))
  for (const name of drafts) rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 3 })
}

/** Starts the server on a free port and waits until it answers. */
export async function launch(
  user: SystemUser,
  cluster: string,
  dataDir: string,
  fsync: boolean,
  address: Address,
): Promise<number> {
  const settings = {
    port: String(await freePort()),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '256MB',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: fsync ? 'on' : 'off',
    synchronous_commit: fsync ? 'on' : 'off',
    full_page_writes: fsync ? 'on' : 'off',
  }
  const { file, args } = user.command('postgres', [
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const logFile = join(dataDir, 'postgres.log')
  const output = openSync(logFile, 'a')
  // Its own process group: Ctrl-C in the terminal must reach us first, so that work in hand can end before the database goes.
  const child = spawn(file, args, {
    ...user.identity,
    cwd: user.home,
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.unref()
  const port = await answering(cluster, address, () => child.exitCode === null && child.signalCode === null)
  if (port === undefined) throw new Error(`embedded PostgreSQL did not start; see ${logFile}`)
  return port
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => found(port))
    })
  })
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('exit', (code) => done(code))
  })
}
