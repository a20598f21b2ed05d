export interface FieldProblem {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** Why the server did not do what was asked, in its own sentence. Status 0: there was no answer. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly fields: readonly FieldProblem[] = [],
    /** The number of the request, to quote when asking for help. */
    readonly requestId?: string,
  ) {
    super(message)
  }
}

export interface Sending {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly token?: string
  /** The same key twice does the thing once. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/** What a list's answer says of itself. */
export interface Meta {
  readonly requestId: string
  readonly timestamp: string
  readonly total?: number
  readonly totalCapped?: boolean
  readonly page?: number
  readonly limit?: number
  readonly totalPages?: number
  readonly hasNext?: boolean
  readonly hasPrev?: boolean
}

export interface Answer<Data> {
  readonly data: Data
  readonly meta: Meta
}

interface Failure {
  readonly error?: {
    readonly code: string
    readonly message: string
    readonly details?: Record<string, unknown>
    readonly fieldErrors?: readonly FieldProblem[]
  }
  readonly meta?: Meta
}

/** One request in the language of the page; answers with the envelope, or throws Refused. */
export async function send<Data>(path: string, sending: Sending = {}): Promise<Answer<Data>> {
  const response = await fetch(`/api/v1${path}`, requestOf(sending)).catch((error: unknown) => {
    if (sending.signal?.aborted) throw error
    throw new Refused(0, 'NO_CONNECTION', '')
  })
  const answer = (await response.json().catch(() => ({}))) as Answer<Data> & Failure
  if (response.ok) return answer
  const { error, meta } = answer as Failure
  // A gateway without the server behind it answers in its own words.
  if (!error) throw new Refused(response.status >= 502 ? 0 : response.status, 'NO_CONNECTION', '')
  throw new Refused(response.status, error.code, error.message, error.details, error.fieldErrors, meta?.requestId)
}

function requestOf({ method = 'GET', body, token, idempotencyKey, signal }: Sending): RequestInit {
  return {
    method,
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }
}
