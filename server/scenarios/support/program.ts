import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { databaseUrl } from '../../src/platform/database/database-url.js'
import type { Company } from './company.js'
import { freePort } from './free-port.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The program as it is delivered, compiled beside the real one so that nobody's build is disturbed. */
export interface Program {
  /** Where its compiled files are: what is `server/dist` in a delivery. */
  readonly folder: string
  /** Starts a process of it. An API process is ready when it answers, a worker when it says so. */
  start(environment: Readonly<Record<string, string>>): Promise<ProgramProcess>
  remove(): void
}

export interface ProgramProcess {
  readonly pid: number
  readonly url: string
  /** As the power cut would: no goodbye. Resolves when it is gone. */
  kill(): Promise<void>
  /** Asked to end, as a deployment does. Resolves with its exit code, null when it had to be killed. */
  end(): Promise<number | null>
  readonly alive: boolean
}

export function compileProgram(): Program {
  const folder = mkdtempSync(join(root, 'server', '.data-program-'))
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'server', '--outDir', folder, '--sourceMap', 'false'],
    { cwd: root, encoding: 'utf8' },
  )
  const main = join(folder, 'main.js')
  if (!existsSync(main)) throw new Error(`the program could not be compiled: ${stdout}`)
  return {
    folder,
    start: (environment) => startProgram(main, environment),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Starts a process of the program whose entry is `main`. */
export async function startProgram(
  main: string,
  environment: Readonly<Record<string, string>>,
): Promise<ProgramProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      DEMO: '0',
      LOG_LEVEL: 'info',
      RATE_LIMIT_WRITES: '1000000',
      RATE_LIMIT_READS: '1000000',
      RATE_LIMIT_ANONYMOUS: '1000000',
      RATE_LIMIT_AUTH: '1000000',
      RATE_LIMIT_LOGINS_ADDRESS: '1000000',
      RATE_LIMIT_LOGINS_ACCOUNT: '1000000',
      HOST: '127.0.0.1',
      PORT: String(port),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await isReady(child)
  return {
    pid: child.pid!,
    url: `http://127.0.0.1:${port}`,
    get alive() {
      return child.exitCode === null && child.signalCode === null
    },
    end: async () => {
      if (child.exitCode !== null) return child.exitCode
      const gone = once(child, 'exit') as Promise<[number | null]>
      child.kill('SIGTERM')
      return (await gone)[0]
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function isReady(child: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((ready, fail) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (/is ready|"msg":"working"/.test(said)) ready()
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.once('exit', () => fail(new Error(`the program ended before it was ready: ${said.slice(-2000)}`)))
  })
}

/** Where the application's own role finds the database of a company. */
export async function databaseOf(company: Company): Promise<string> {
  const [row] = await company.sql<{ name: string }>('select current_database() as name')
  const { adminUrl, appPassword } = inject('testDatabase')
  return databaseUrl(adminUrl, { database: row!.name, user: 'erp_app', password: appPassword })
}
