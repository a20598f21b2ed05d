import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { fieldProblem, unknownField } from '@prometric/contracts/field-problems'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { newId } from '../../kernel/ids.js'
import { invalid, Refusal } from '../../kernel/refusal.js'
import { CachedAnswers } from '../cache/cached-answers.js'
import { Database } from '../database/database.js'
import type { Actor, Language, Tenant } from '../database/tenant.js'
import { Memberships } from '../session/memberships.js'
import { type Session, Tokens } from '../session/tokens.js'
import type { Call, CalledRequest } from './call.js'
import { runOnce } from './idempotency.js'
import { languageOf } from './language.js'
import { paramsOf, type Route, specKey } from './route.js'

const noQuery = z.strictObject({})

/** Parses and authorises every request by its route's spec, and gives the controller a `Call`. */
@Injectable()
export class Gate implements CanActivate {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(CachedAnswers) private readonly answers: CachedAnswers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = Reflect.getMetadata(specKey, context.getHandler()) as Route | undefined
    if (!route) return true
    const request = context.switchToHttp().getRequest<CalledRequest>()
    const reply = context.switchToHttp().getResponse<FastifyReply>()
    const language = (request.language = languageOf(request.headers['accept-language']))
    const session = route.permission === 'PUBLIC' ? undefined : await this.sessionOf(request)
    const params = parsed(paramsOf(route), request.params, 'params', language) as { workspaceId?: string }
    const tenant =
      session && params.workspaceId ? await this.tenantOf(session, params.workspaceId, route, request) : undefined
    const query = parsed(route.query ?? noQuery, request.query, 'query', language)
    const body = route.body ? parsed(route.body, request.body ?? {}, 'body', language) : undefined
    request.call = this.call(route, request, reply, { params, query, body }, session, tenant)
    return true
  }

  private async sessionOf(request: CalledRequest): Promise<Session> {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Refusal('AUTH_UNAUTHORIZED')
    return this.tokens.verify(token)
  }

  /** A workspace that is not mine answers like one that does not exist. */
  private async tenantOf(session: Session, workspaceId: string, route: Route, request: CalledRequest): Promise<Tenant> {
    const member = await this.memberships.of(session.userId, workspaceId)
    if (!member) throw new Refusal('NOT_FOUND')
    if (member.tokenVersion !== session.tokenVersion || member.endedSessions.has(session.sessionId))
      throw new Refusal('AUTH_TOKEN_EXPIRED')
    const named = { 'x-workspace-id': workspaceId, 'x-organization-id': member.organizationId }
    for (const [header, id] of Object.entries(named))
      if (request.headers[header] !== undefined && request.headers[header] !== id)
        throw new Refusal('TENANT_MISMATCH', { header })
    const free = route.permission === 'MEMBER' || route.permission === 'USER'
    if (!free && !member.permissions.has(route.permission))
      throw new Refusal('FORBIDDEN', { permission: route.permission })
    const actor: Actor = {
      userId: session.userId,
      employeeId: member.employeeId,
      departmentId: member.departmentId,
      role: member.role,
      scope: member.scope,
      permissions: member.permissions,
      language: request.language ?? member.locale,
    }
    return {
      organizationId: member.organizationId,
      workspaceId,
      timezone: member.timezone,
      actor,
      requestId: request.id,
      correlationId: newId(),
      causationId: null,
      depth: 0,
    }
  }

  private call(
    route: Route,
    request: CalledRequest,
    reply: FastifyReply,
    input: { params: unknown; query: unknown; body: unknown },
    session: Session | undefined,
    tenant: Tenant | undefined,
  ): Call<unknown, unknown, unknown> {
    const { database, answers } = this
    const mine = () => {
      if (!tenant) throw new Error(`${route.method} ${route.path} is not in a workspace`)
      return tenant
    }
    const key = route.method === 'post' ? request.headers['idempotency-key'] : undefined
    return {
      ...input,
      language: request.language!,
      requestId: request.id,
      ip: request.ip,
      userId: session?.userId ?? null,
      sessionId: session?.sessionId ?? null,
      ifMatch: ifMatchOf(request),
      get tenant() {
        return mine()
      },
      read: (question) =>
        route.cached
          ? answers.read({ kind: route.cached, tenant: mine(), url: request.url }, question)
          : database.run(mine(), question),
      rehearse: (operation) => database.rehearse(mine(), operation),
      write: (operation, place) => {
        if (key === undefined) return database.run(mine(), operation)
        if (typeof key !== 'string' || key.length < 1 || key.length > 255) throw invalid('Idempotency-Key', 'MALFORMED')
        const onReplay = () => void reply.header('Idempotent-Replayed', 'true')
        const path = request.url.split('?')[0]!
        return runOnce(
          database,
          {
            tenant: mine(),
            userId: session!.userId,
            route: `POST ${path}`,
            key: place === undefined ? key : `${key}:${place}`,
            body: input.body,
            status: route.status ?? 200,
            onReplay,
          },
          operation,
        )
      },
    }
  }
}

function ifMatchOf(request: CalledRequest): number | undefined {
  const header = request.headers['if-match']
  if (header === undefined || header === '*') return undefined
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1]
  if (!version) throw invalid('If-Match', 'MALFORMED')
  return Number(version)
}

/** One validation error of a request, as the answer names it. */
export interface FieldError {
  readonly field: string
  readonly code: string
  readonly message: string
}

function parsed(schema: z.ZodType, value: unknown, where: 'params' | 'query' | 'body', language: Language): unknown {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  const fieldErrors: FieldError[] = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          field: [...issue.path, key].join('.'),
          code: 'UNKNOWN_FIELD',
          message: unknownField(key, language),
        }))
      : [{ field: issue.path.join('.'), code: issue.code.toUpperCase(), message: fieldProblem(issue, language) }],
  )
  const badId = where === 'params' && fieldErrors.length > 0
  throw new Refusal(badId ? 'INVALID_UUID' : 'VALIDATION_FAILED', { fieldErrors }, fieldErrors[0]?.field)
}
