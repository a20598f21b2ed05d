import { type Client, clientOf } from '../../server/scenarios/support/client.js'
import type { Company } from '../../server/scenarios/support/company.js'
import type { Application } from '../../server/src/application.js'
import { newId } from '../../server/src/kernel/ids.js'

const youngMs = 5 * 60_000

interface OwnedBy extends Pick<Company, 'workspaceId'> {
  readonly owner: Pick<Client, 'userId' | 'email'>
  readonly application: Pick<Application, 'tokens'>
  readonly url?: string
}

/** The owner in front of one process, with a token that is always young: a long run outlives many. */
export function ownerAt(company: OwnedBy, url: string = company.url ?? ''): Client {
  const { owner, workspaceId, application } = company
  let known: { readonly client: Client; readonly until: number } | undefined
  const young = async (): Promise<Client> => {
    if (known && known.until > Date.now()) return known.client
    const session = { userId: owner.userId, sessionId: newId(), tokenVersion: 0 }
    const client = clientOf({ ...owner, url, workspaceId, token: await application.tokens.sign(session) })
    known = { client, until: Date.now() + youngMs }
    return client
  }
  return {
    userId: owner.userId,
    email: owner.email,
    token: '',
    get: async (...asked) => (await young()).get(...asked),
    post: async (...asked) => (await young()).post(...asked),
    put: async (...asked) => (await young()).put(...asked),
    patch: async (...asked) => (await young()).patch(...asked),
    delete: async (...asked) => (await young()).delete(...asked),
  }
}

/** Asks again what a busy house had no time for: for what is only prepared, where once more does no harm. */
export function patient(client: Client): Client {
  const post: Client['post'] = async (...asked) => {
    for (let tries = 1; ; tries++) {
      const answer = await client.post(...asked)
      if (answer.status !== 503 || tries === 10) return answer
    }
  }
  return { ...client, post }
}
