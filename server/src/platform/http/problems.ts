import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common'
import { type Language, refusals, refusalSentence } from '@prometric/contracts/refusals'
import { ruleSentence } from '@prometric/contracts/rules'
import type { FastifyReply } from 'fastify'
import { Refusal, type RefusalCode } from '../../kernel/refusal.js'
import { log } from '../log.js'
import type { CalledRequest } from './call.js'
import type { FieldError } from './gate.js'
import { languageOf } from './language.js'

/** Every failure in the words of the contract: the envelope, or RFC 9457 when the caller asks for it. Never a stack, SQL or a foreign name. */
@Catch()
export class Problems implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<CalledRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    const refusal = refusalOf(error)
    const known = refusals[refusal.code]
    if (known.status >= 500) log.error({ err: error, requestId: request.id, path: request.url }, 'request failed')
    const language = request.language ?? languageOf(request.headers['accept-language'])
    const message = refusalSentence(refusal.code, language, refusal.facts)
    const { fieldErrors, ...details } = refusal.facts as { fieldErrors?: FieldError[] }
    const fields = fieldErrors ?? ofField(refusal, language, message)
    const retryable = 'retryable' in known
    if (refusal.code === 'RATE_LIMITED') void reply.header('Retry-After', String(refusal.facts.retryAfterSeconds ?? 60))
    if ((request.headers.accept ?? '').includes('application/problem+json')) {
      const errors = fields?.map(({ field, code }) => ({ pointer: '/' + field.replaceAll('.', '/'), code }))
      const type = `urn:prometric:problem:${refusal.code.toLowerCase().replaceAll('_', '-')}`
      void reply
        .status(known.status)
        .type('application/problem+json')
        .send({
          type,
          title: message,
          status: known.status,
          instance: request.url,
          code: refusal.code,
          ...(errors ? { errors } : {}),
          details,
          retryable,
        })
      return
    }
    void reply.status(known.status).send({
      success: false,
      error: { code: refusal.code, message, details, ...(fields ? { fieldErrors: fields } : {}), retryable },
      meta: { requestId: request.id, timestamp: new Date().toISOString(), path: request.url.split('?')[0] },
    })
  }
}

/** What an error means to the caller. A defect is an INTERNAL_ERROR and says nothing more. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof HttpException) return new Refusal(byStatus[error.getStatus()] ?? 'INTERNAL_ERROR')
  const { code, statusCode, constraint } = error as { code?: string; statusCode?: number; constraint?: string }
  if (code === '22P02' && halfACharacter.test((error as Error).message)) return new Refusal('VALIDATION_FAILED')
  if (code && code in byDatabaseCode) return new Refusal(byDatabaseCode[code]!, constraint ? { rule: constraint } : {})
  if (typeof statusCode === 'number' && byStatus[statusCode]) return new Refusal(byStatus[statusCode])
  return new Refusal(noConnection.test(String((error as Error)?.message)) ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_ERROR')
}

/** What we write is JSON; half of a surrogate pair in one of its texts is all that the database may have against it. */
const halfACharacter = /^invalid input syntax for type jsonb?$/

/** What the driver says, without a code, of a connection that did not come about or is no more. */
const noConnection =
  /timeout exceeded when trying to connect|timeout expired|Connection terminated|Connection ended|is not queryable|pool after calling end/

const byStatus: Readonly<Record<number, RefusalCode>> = {
  400: 'VALIDATION_FAILED',
  401: 'AUTH_UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA',
  429: 'RATE_LIMITED',
  503: 'SERVICE_UNAVAILABLE',
}

/** PostgreSQL's words for what a check, a key or a range refused. */
const byDatabaseCode: Readonly<Record<string, RefusalCode>> = {
  '23505': 'DUPLICATE',
  '23503': 'BUSINESS_RULE',
  '23514': 'BUSINESS_RULE',
  '23P01': 'DUPLICATE',
  '22003': 'AMOUNT_TOO_LARGE',
  // A NUL in a text, or escaped in a JSON value: the database keeps none.
  '22021': 'VALIDATION_FAILED',
  '22P05': 'VALIDATION_FAILED',
  '55P03': 'REQUEST_IN_PROGRESS',
  '40P01': 'SERVICE_UNAVAILABLE',
  '40001': 'SERVICE_UNAVAILABLE',
  '57014': 'SERVICE_UNAVAILABLE',
  // It is stopping, was stopped hard, or is not up again.
  '57P01': 'SERVICE_UNAVAILABLE',
  '57P02': 'SERVICE_UNAVAILABLE',
  '57P03': 'SERVICE_UNAVAILABLE',
  '53300': 'SERVICE_UNAVAILABLE',
  '25P03': 'SERVICE_UNAVAILABLE',
  '08000': 'SERVICE_UNAVAILABLE',
  '08003': 'SERVICE_UNAVAILABLE',
  '08006': 'SERVICE_UNAVAILABLE',
  ECONNREFUSED: 'SERVICE_UNAVAILABLE',
  ECONNRESET: 'SERVICE_UNAVAILABLE',
  EPIPE: 'SERVICE_UNAVAILABLE',
  ETIMEDOUT: 'SERVICE_UNAVAILABLE',
  EHOSTUNREACH: 'SERVICE_UNAVAILABLE',
}

/** The field that is refused, with the rule that it breaks where there is one. */
function ofField({ code, field, facts }: Refusal, language: Language, message: string): FieldError[] | undefined {
  if (field === undefined) return undefined
  const rule = ruleSentence(facts['rule'], language, facts)
  return [rule ? { field, code: String(facts['rule']), message: rule } : { field, code, message }]
}
