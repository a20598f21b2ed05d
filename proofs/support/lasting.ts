import type { Client } from '../../server/scenarios/support/client.js'

const halfOfTheirLife = 5 * 60_000

/** A client for a run that lasts longer than its token: it signs in anew before the token ends. */
export async function lasting(signIn: () => Promise<Client>): Promise<Client> {
  let client = await signIn()
  let since = Date.now()
  const current = async (): Promise<Client> => {
    if (Date.now() - since > halfOfTheirLife) {
      since = Date.now()
      client = await signIn()
    }
    return client
  }
  const { userId, email, token } = client
  return {
    ...{ userId, email, token },
    get: async (...call) => (await current()).get(...call),
    post: async (...call) => (await current()).post(...call),
    put: async (...call) => (await current()).put(...call),
    patch: async (...call) => (await current()).patch(...call),
    delete: async (...call) => (await current()).delete(...call),
  }
}
