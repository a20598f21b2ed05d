import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { map, type Observable } from 'rxjs'
import type { CalledRequest } from './call.js'
import type { Page } from './listing.js'
import { type Route, specKey } from './route.js'

/** Every success is `{ success, data, meta }`; a list's meta carries its paging, a versioned document its ETag. */
@Injectable()
export class Envelope implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = Reflect.getMetadata(specKey, context.getHandler()) as Route | undefined
    if (!route) return next.handle()
    const request = context.switchToHttp().getRequest<CalledRequest>()
    const reply = context.switchToHttp().getResponse<FastifyReply>()
    return next.handle().pipe(
      map((data: unknown) => {
        const meta = { requestId: request.id, timestamp: new Date().toISOString() }
        if (isPage(data)) return { success: true, data: data.items, meta: { ...meta, ...paging(data) } }
        const version = (data as { version?: unknown } | null)?.version
        if (typeof version === 'number') void reply.header('ETag', `"${version}"`)
        return { success: true, data: data ?? null, meta }
      }),
    )
  }
}

function isPage(data: unknown): data is Page<unknown> {
  return typeof data === 'object' && data !== null && 'items' in data && 'totalCapped' in data
}

function paging({ total, totalCapped, page, limit }: Page<unknown>) {
  const totalPages = Math.ceil(total / limit)
  return {
    total,
    ...(totalCapped ? { totalCapped } : {}),
    page,
    limit,
    totalPages,
    hasNext: page < totalPages || totalCapped,
    hasPrev: page > 1,
  }
}
