import { type Application, type ApplicationOptions, createApplication } from '../../src/application.js'
import { type Client, clientOf } from './client.js'
import type { Company } from './company.js'
import { databaseOf } from './program.js'

/** The same program once more over the same database, as a second machine would run it. */
export interface SecondProcess {
  readonly application: Application
  /** The same person, asking this process. */
  at(client: Client): Client
  close(): Promise<void>
}

/** `jwtSecret` is that of the first, so that both know everybody. */
export async function secondProcess(
  company: Company,
  options: Partial<ApplicationOptions> & Pick<ApplicationOptions, 'jwtSecret'>,
): Promise<SecondProcess> {
  const application = await createApplication({
    databaseUrl: await databaseOf(company),
    dataDir: company.dataDir,
    poolSize: 6,
    rateLimits: false,
    relay: false,
    checkAnswers: true,
    ...options,
  })
  const url = (await application.listen(0)).replace(/\/$/, '')
  return {
    application,
    at: (client) => clientOf({ ...client, url, workspaceId: company.workspaceId }),
    close: () => application.close(),
  }
}
