import { Refused, send, type Sending } from './http.js'
import { currentSession, renew } from './session.js'

/** Asks the API in the workspace of the session; an access token that has run out is renewed once. */
export async function ask<Data>(path: string, sending: Omit<Sending, 'token'> = {}): Promise<Data> {
  const session = currentSession()
  if (!session) throw new Refused(401, 'AUTH_UNAUTHORIZED', '')
  const target = `/workspaces/${session.workspaceId}${path}`
  try {
    return await send<Data>(target, { ...sending, token: session.accessToken })
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error
    return send<Data>(target, { ...sending, token: await renew() })
  }
}

export const read = <Data>(path: string): Promise<Data> => ask<Data>(path)
export const command = <Data>(path: string, body: unknown = {}): Promise<Data> =>
  ask<Data>(path, { method: 'POST', body })
