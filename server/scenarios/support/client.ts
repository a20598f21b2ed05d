/** One person in front of the API. Paths are relative to the workspace unless they begin with `/api`. */
export interface Client {
  readonly userId: string
  readonly email: string
  readonly token: string
  get(path: string, headers?: Headers): Promise<Answer>
  post(path: string, body?: unknown, headers?: Headers): Promise<Answer>
  put(path: string, body?: unknown, headers?: Headers): Promise<Answer>
  patch(path: string, body?: unknown, headers?: Headers): Promise<Answer>
  delete(path: string, body?: unknown, headers?: Headers): Promise<Answer>
}

type Headers = Readonly<Record<string, string>>

/** What JSON.parse gives: scenarios look into it and say what they expect. */
type Loose = ReturnType<typeof JSON.parse>

/** What came back. `data` and `error` are as loose as JSON: a scenario says what it expects of them. */
export interface Answer {
  readonly status: number
  readonly data: Loose
  readonly error: Loose
  readonly meta: Record<string, unknown> & { total?: number }
  readonly headers: globalThis.Headers
}

export interface Identity {
  readonly url: string
  readonly workspaceId: string
  readonly userId: string
  readonly email: string
  readonly token: string
}

export function clientOf({ url, workspaceId, userId, email, token }: Identity): Client {
  const send = async (method: string, path: string, body: unknown, headers: Headers = {}): Promise<Answer> => {
    const target = path.startsWith('/api') ? url + path : `${url}/api/v1/workspaces/${workspaceId}${path}`
    const response = await fetch(target, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const answer = (text.startsWith('{') ? JSON.parse(text) : {}) as Partial<Answer>
    return {
      status: response.status,
      data: answer.data,
      error: answer.error,
      meta: answer.meta ?? {},
      headers: response.headers,
    }
  }
  return {
    userId,
    email,
    token,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    delete: (path, body, headers) => send('DELETE', path, body, headers),
  }
}
