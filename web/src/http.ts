/** Why the server did not do what was asked, in its own sentence. Status 0: there was no answer. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export interface Sending {
  readonly method?: 'GET' | 'POST'
  readonly body?: unknown
  readonly token?: string
}

/** One request in the language of the page; answers with `data` of the envelope. */
export async function send<Data>(path: string, { method = 'GET', body, token }: Sending = {}): Promise<Data> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused(0, 'NO_CONNECTION', '')
  })
  const answer = (await response.json().catch(() => ({}))) as {
    data: Data
    error?: { code: string; message: string }
  }
  if (response.ok) return answer.data
  throw new Refused(response.status, answer.error?.code ?? 'UNKNOWN', answer.error?.message ?? response.statusText)
}
