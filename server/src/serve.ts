import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createApplication } from './application.js'
import type { Configuration } from './configuration.js'
import { ensureDemo } from './demo/ensure-demo.js'
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
  const application = await createApplication({
    databaseUrl: ground.databaseUrl,
    jwtSecret: configuration.JWT_SECRET ?? keptSecret(dataDir, 'jwt-secret'),
    dataDir,
    orchestration: configuration.ORCHESTRATION,
    rateLimits: { reads: configuration.RATE_LIMIT_READS, writes: configuration.RATE_LIMIT_WRITES },
    corsOrigins: configuration.CORS_ORIGINS.split(',').filter(Boolean),
    relay: configuration.ROLE !== 'api',
    smtpUrl: configuration.SMTP_URL,
    mailFrom: configuration.MAIL_FROM,
    metricsToken: configuration.METRICS_TOKEN,
    webFolder: builtWeb(),
  })
  stopOn(['SIGINT', 'SIGTERM'], async () => {
    await application.close()
    await ground.stop()
  })
  if (configuration.demo) await ensureDemo(application, { analyze: ground.analyze })
  if (configuration.ROLE === 'worker') {
    log.info('working')
    return
  }
  await application.listen(configuration.PORT, configuration.HOST)
  console.log(`\nPrometric ERP is ready: http://localhost:${configuration.PORT}  (API: /api/docs)`)
  if (configuration.demo) console.log('Demo sign-in: demo@prometric.kz, Demo-2026!\n')
}

/** The built web application, when somebody has built it. */
function builtWeb(): string | undefined {
  const folder = fileURLToPath(new URL('../../web/dist', import.meta.url))
  return existsSync(join(folder, 'index.html')) ? folder : undefined
}

async function embeddedDatabase(dataDir: string): Promise<Ground> {
  const server = await startEmbeddedPostgres({ dataDir: resolve(dataDir, 'postgres'), log: (line) => log.debug(line) })
  const appPassword = keptSecret(dataDir, 'app-password')
  await prepareDatabase(server.adminUrl, { appPassword })
  await migrate(server.adminUrl)
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
    await stop().catch((error: unknown) => log.error({ err: error }, 'did not stop cleanly'))
    process.exit(0)
  }
  for (const signal of signals) process.on(signal, () => void end())
}
