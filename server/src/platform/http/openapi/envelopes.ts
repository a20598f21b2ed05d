import type { JsonObject } from './components.js'

const text = { type: 'string' }
const whole = { type: 'integer' }
const flag = { type: 'boolean' }

const object = (properties: JsonObject, required: readonly string[] = Object.keys(properties)): JsonObject => ({
  type: 'object',
  properties,
  required,
})

/** What surrounds every answer. */
export const envelopeSchemas: Readonly<Record<string, JsonObject>> = {
  Meta: object({ requestId: text, timestamp: { type: 'string', format: 'date-time' } }),
  ListMeta: object(
    {
      requestId: text,
      timestamp: { type: 'string', format: 'date-time' },
      total: whole,
      totalCapped: { type: 'boolean', description: 'There are more rows than `total` says.' },
      page: whole,
      limit: whole,
      totalPages: whole,
      hasNext: flag,
      hasPrev: flag,
    },
    ['requestId', 'timestamp', 'total', 'page', 'limit', 'totalPages', 'hasNext', 'hasPrev'],
  ),
  Error: object({
    success: { type: 'boolean', const: false },
    error: object(
      {
        code: text,
        message: text,
        details: { type: 'object' },
        retryable: flag,
        fieldErrors: { type: 'array', items: object({ field: text, code: text, message: text }) },
      },
      ['code', 'message', 'retryable'],
    ),
    meta: object({ requestId: text, timestamp: { type: 'string', format: 'date-time' }, path: text }),
  }),
  Problem: object(
    {
      type: { type: 'string', format: 'uri' },
      title: text,
      status: whole,
      instance: text,
      code: text,
      details: { type: 'object' },
      retryable: flag,
      errors: { type: 'array', items: object({ pointer: text, code: text }) },
    },
    ['type', 'title', 'status', 'code', 'retryable'],
  ),
}

const refusals: Readonly<Record<string, string>> = {
  400: 'The request is malformed.',
  401: 'Nobody is signed in, or the session is over.',
  403: 'The person may not do this.',
  404: 'There is no such thing in this workspace.',
  409: 'It stands in conflict with what is there: a duplicate, or another version.',
  412: 'The version named by If-Match is not the current one.',
  422: 'A rule of the business says no.',
  429: 'Too many requests.',
}

export const errorResponses: JsonObject = Object.fromEntries(
  Object.entries(refusals).map(([status, description]) => [
    `E${status}`,
    {
      description,
      content: {
        'application/json': { schema: { $ref: '#/components/schemas/Error' } },
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      },
    },
  ]),
)

/** The refusals that an operation may answer with. */
export function refusalsOf(facts: {
  signedIn: boolean
  inWorkspace: boolean
  named: boolean
  writes: boolean
}): JsonObject {
  const may = {
    400: true,
    401: facts.signedIn,
    403: facts.inWorkspace,
    404: facts.inWorkspace || facts.named,
    409: facts.writes,
    412: facts.writes,
    422: facts.writes,
    429: true,
  }
  return Object.fromEntries(
    Object.entries(may).flatMap(([status, yes]) =>
      yes ? [[status, { $ref: `#/components/responses/E${status}` }]] : [],
    ),
  )
}

const header = (name: string, description: string, schema: JsonObject = text): JsonObject => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
})

export const headerParameters: JsonObject = {
  AcceptLanguage: header('Accept-Language', 'The language of messages: ru (when none is said), kk or en.', {
    type: 'string',
    examples: ['ru', 'kk', 'en'],
  }),
  IdempotencyKey: header(
    'Idempotency-Key',
    'The same key with the same body is done once and answered alike for 30 days.',
    { type: 'string', minLength: 1, maxLength: 255 },
  ),
  IfMatch: header(
    'If-Match',
    'The version the change was made on, as ETag gave it; another current version refuses with 412.',
  ),
}
