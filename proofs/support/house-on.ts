import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createApplication } from '../../server/src/application.js'
import { databaseUrl } from '../../server/src/platform/database/database-url.js'
import { migrate } from '../../server/src/platform/database/migrate.js'
import { prepareDatabase } from '../../server/src/platform/database/roles.js'
import { createOwner } from '../../server/src/orchestrators/owner-onboarding.js'
import { someBin } from '../../server/scenarios/support/bin.js'
import type { Client } from '../../server/scenarios/support/client.js'
import { password } from '../../server/scenarios/support/company.js'
import { compileProgram, type ProgramProcess } from '../../server/scenarios/support/program.js'
import { ownerAt } from './owner-at.js'

/** One process of the delivered program that does everything, on a database server of its own, with one company in it. */
export interface WholeHouse {
  readonly owner: Client
  readonly workspaceId: string
  readonly process: ProgramProcess
  /** Resolves when nothing is left to be delivered. */
  settled(sql: <T>(text: string) => Promise<T[]>): Promise<void>
  close(): Promise<void>
}

export async function houseOn(adminUrl: string, jwtSecret: string): Promise<WholeHouse> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prometric-'))
  const appPassword = randomBytes(24).toString('hex')
  await prepareDatabase(adminUrl, { appPassword })
  await migrate(adminUrl)
  const url = databaseUrl(adminUrl, { user: 'erp_app', password: appPassword })
  const application = await createApplication({ databaseUrl: url, jwtSecret, dataDir, rateLimits: false, relay: false })
  const email = 'owner@example.kz'
  const { workspaceId, userId } = await createOwner(application.database, {
    email,
    password,
    firstName: 'Айгерим',
    lastName: 'Сатпаева',
    companyName: 'ТОО «Алматы Мебель»',
    bin: someBin(),
    type: 'TOO',
  })
  // Only its signature is needed from now on.
  await application.close()
  const program = compileProgram()
  const process = await program.start({
    ROLE: 'all',
    DATABASE_URL: url,
    JWT_SECRET: jwtSecret,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
  })
  return {
    owner: ownerAt({ owner: { userId, email }, workspaceId, application }, process.url),
    workspaceId,
    process,
    settled: async (sql) => {
      for (;;) {
        const [row] = await sql<{ left: number }>(
          `select count(*)::int as left from app.event_deliveries where state = 'READY'`,
        )
        if (row!.left === 0) return
        await sleep(100)
      }
    },
    close: async () => {
      await process.kill()
      program.remove()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
