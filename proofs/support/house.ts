import { newId } from '../../server/src/kernel/ids.js'
import { type Answer, type Client, clientOf } from '../../server/scenarios/support/client.js'
import type { Company } from '../../server/scenarios/support/company.js'
import { compileProgram, databaseOf, type ProgramProcess } from '../../server/scenarios/support/program.js'

/** Processes of the delivered program that serve one company together. */
export interface House {
  /** The owner in front of one of the processes that answer, with a token of this minute: a long run outlives many. */
  at(place: number): Promise<Client>
  /** The same as an address and the headers of a request. */
  door(place: number): Promise<{ url: string; headers: Record<string, string> }>
  /** A process that answers dies without a goodbye, and another takes its place. */
  killAndRestart(place: number): Promise<void>
  close(): Promise<void>
}

export interface HouseOptions {
  readonly jwtSecret: string
  /** Processes that answer requests. */
  readonly doors?: number
  /** Processes that work off what is queued. */
  readonly workers?: number
  /** How the first that answers reaches the database, if not directly. */
  readonly firstThrough?: string
}

export async function openHouse(
  company: Company,
  { jwtSecret, doors = 2, workers = 0, firstThrough }: HouseOptions,
): Promise<House> {
  const program = compileProgram()
  const environment = {
    ORCHESTRATION: 'inline',
    DATABASE_URL: await databaseOf(company),
    JWT_SECRET: jwtSecret,
    DATA_DIR: company.dataDir,
    LOG_LEVEL: 'warn',
  }
  // An API process says that it is ready whatever it logs; a worker says it in its log.
  const open = (place: number): Promise<ProgramProcess> =>
    program.start({
      ...environment,
      ROLE: 'api',
      ...(place === 0 && firstThrough !== undefined && { DATABASE_URL: firstThrough }),
    })
  const answering = await Promise.all(Array.from({ length: doors }, (_, place) => open(place)))
  const working = await Promise.all(
    Array.from({ length: workers }, () => program.start({ ...environment, ROLE: 'worker', LOG_LEVEL: 'info' })),
  )
  const { owner, workspaceId, application } = company
  const token = () => application.tokens.sign({ userId: owner.userId, sessionId: newId(), tokenVersion: 0 })
  const urlAt = (place: number) => answering[place % doors]!.url
  return {
    at: async (place) => clientOf({ ...owner, url: urlAt(place), workspaceId, token: await token() }),
    door: async (place) => ({
      url: urlAt(place),
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
    }),
    killAndRestart: async (place) => {
      await answering[place]!.kill()
      answering[place] = await open(place)
    },
    close: async () => {
      await Promise.all([...answering, ...working].map((process) => process.kill()))
      program.remove()
    },
  }
}

/** Asks again, under the same key, as long as the answer says that it may be asked again. */
export async function patiently(ask: () => Promise<Answer>, onBusy: () => void = () => {}): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await ask()
    if (answer.error?.retryable !== true || tries > 50) return answer
    onBusy()
  }
}
