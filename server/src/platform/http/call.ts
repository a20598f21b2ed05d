import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { IdParams } from '@prometric/contracts/wire'
import type { FastifyRequest } from 'fastify'
import type { Language, Tenant } from '../database/tenant.js'
import type { UnitOfWork } from '../database/unit-of-work.js'

/** A request after the gate: parsed, authorised, and able to open its transaction. */
export interface Call<Body = undefined, Query = Record<string, string | undefined>, Params = IdParams> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly language: Language
  readonly requestId: string
  readonly ip: string
  /** Who signed in; null on a public route. */
  readonly userId: string | null
  readonly sessionId: string | null
  /** Throws on a route outside a workspace. */
  readonly tenant: Tenant
  /** The version that `If-Match` named, if any. */
  readonly ifMatch: number | undefined
  /** Runs a use case in one transaction; with an `Idempotency-Key` at most once. One of several things asked for has a key of its own by its place. */
  write<T>(operation: (work: UnitOfWork) => Promise<T>, place?: number): Promise<T>
  /** Does a use case, lets it be looked at and undoes it: the honest preview. */
  rehearse<T>(operation: (work: UnitOfWork) => Promise<T>): Promise<T>
  /** Runs a question in one transaction of the tenant. */
  read<T>(question: (work: UnitOfWork) => Promise<T>): Promise<T>
}

export type CalledRequest = FastifyRequest & { call?: Call<unknown, unknown, unknown>; language?: Language }

/** The call that the gate made of the request. */
export const Called = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<CalledRequest>().call,
)
