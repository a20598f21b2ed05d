import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Application, createApplication } from './application.js'
import type { Configuration } from './configuration.js'
import { ensureDemo } from './demo/ensure-demo.js'
import type { CacheMode } from './platform/cache/open-cache.js'
import { analyze } from './platform/database/analyze.js'
import { databaseUrl } from './platform/database/database-url.js'
import { migrate } from './platform/database/migrate.js'
import { prepareDatabase } from './platform/database/roles.js'
import { startEmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.js'
import { keptSecret } from './platform/kept-secret.js'
import { log } from './platform/log.js'

interface Ground {
  readonly databaseUrl: string
  analyze(): Promise<void>
  stop(): Promise<void>
}

/** Starts everything that the configuration asks for, and stops it in order when the process is told to end. */
export async function serve(configuration: Configuration): Promise<void> {
  const dataDir = resolve(configuration.DATA_DIR)
  mkdirSync(dataDir, { recursive: true })
  const ground = configuration.DATABASE_URL ? await externalDatabase(configuration) : await embeddedDatabase(dataDir)
  const started: Array<() => Promise<void>> = [() => ground.stop()]
  // The last that was started stops first. What fails to stop is told and does not keep the others running.
  const stop = async () => {
    for (let end = started.pop(); end; end = started.pop())
      await end().catch((error: unknown) => log.error({ err: error }, 'did not stop cleanly'))
  }
  stopOn(['SIGINT', 'SIGTERM'], stop)
  try {
    await start(configuration, { dataDir, ground, started })
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(
  configuration: Configuration,
  { dataDir, ground, started }: { dataDir: string; ground: Ground; started: Array<() => Promise<void>> },
): Promise<void> {
  const application = await createApplication({
    databaseUrl: ground.databaseUrl,
    redisUrl: configuration.REDIS_URL,
    cache: cacheMode(configuration),
    jwtSecret: configuration.JWT_SECRET ?? keptSecret(dataDir, 'jwt-secret'),
    dataDir,
    orchestration: configuration.ORCHESTRATION,
    rateLimits: {
      reads: configuration.RATE_LIMIT_READS,
      writes: configuration.RATE_LIMIT_WRITES,
      anonymous: configuration.RATE_LIMIT_ANONYMOUS,
      auth: configuration.RATE_LIMIT_AUTH,
      loginsOfAddress: configuration.RATE_LIMIT_LOGINS_ADDRESS,
      loginsOfAccount: configuration.RATE_LIMIT_LOGINS_ACCOUNT,
    },
    trustedProxies: configuration.TRUSTED_PROXIES.split(',').filter(Boolean),
    corsOrigins: configuration.CORS_ORIGINS.split(',').filter(Boolean),
    relay: configuration.ROLE !== 'api',
    servesPeople: configuration.ROLE !== 'worker',
    smtpUrl: configuration.SMTP_URL,
    mailFrom: configuration.MAIL_FROM,
    metricsToken: configuration.METRICS_TOKEN,
    webFolder: builtWeb(),
  })
  started.push(() => application.close())
  if (configuration.demo) await makeDemo(application, ground)
  if (configuration.ROLE === 'worker') {
    await tellHealth(application, configuration)
    log.info('working')
    return
  }
  await application.listen(configuration.PORT, configuration.HOST)
  console.log(`\nPrometric ERP is ready: http://localhost:${configuration.PORT}  (API: /api/docs)`)
  if (configuration.demo) console.log('Demo sign-in: demo@prometric.kz, Demo-2026!\n')
}

/** Where others may write of whom this process cannot hear, nothing is kept. */
function cacheMode({ REDIS_URL, DATABASE_URL }: Configuration): CacheMode {
  if (REDIS_URL) return 'redis'
  return DATABASE_URL ? 'off' : 'memory'
}

async function makeDemo(application: Application, ground: Ground): Promise<void> {
  try {
    await ensureDemo(application, { analyze: ground.analyze })
  } catch (error) {
    throw new Error('The demo company could not be made. Start with DEMO=0 to go without it.', { cause: error })
  }
}

/** A worker works also where another process has its port already: only nobody can ask how it is. */
async function tellHealth(application: Application, { PORT, HOST }: Configuration): Promise<void> {
  await application
    .listen(PORT, HOST)
    .catch((error: unknown) => log.warn({ err: error, port: PORT }, 'health is not told: the port cannot be had'))
}

/** The built web application, when somebody has built it. */
function builtWeb(): string | undefined {
  const folder = fileURLToPath(new URL('../../web/dist', import.meta.url))
  return existsSync(join(folder, 'index.html')) ? folder : undefined
}

async function embeddedDatabase(dataDir: string): Promise<Ground> {
  const server = await startEmbeddedPostgres({ dataDir: resolve(dataDir, 'postgres'), log: (line) => log.debug(line) })
  const appPassword = keptSecret(dataDir, 'app-password')
  try {
    await prepareDatabase(server.adminUrl, { appPassword })
    await migrate(server.adminUrl)
  } catch (error) {
    await server.stop()
    throw error
  }
  return {
    databaseUrl: databaseUrl(server.adminUrl, { user: 'erp_app', password: appPassword }),
    analyze: () => analyze(server.adminUrl),
    stop: () => server.stop(),
  }
}

async function externalDatabase(configuration: Configuration): Promise<Ground> {
  const { DATABASE_URL, DATABASE_ADMIN_URL: adminUrl } = configuration
  if (adminUrl) await migrate(adminUrl)
  return {
    databaseUrl: DATABASE_URL!,
    analyze: async () => (adminUrl ? analyze(adminUrl) : undefined),
    stop: async () => {},
  }
}

function stopOn(signals: readonly NodeJS.Signals[], stop: () => Promise<void>): void {
  let stopping = false
  const end = async () => {
    if (stopping) return
    stopping = true
    const lastResort = setTimeout(() => process.exit(1), 15_000)
    lastResort.unref()
    await stop()
    process.exit(0)
  }
  for (const signal of signals) process.on(signal, () => void end())
}
