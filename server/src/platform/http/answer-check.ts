import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import { map, type Observable } from 'rxjs'
import type { Page } from './listing.js'
import { type Route, specKey } from './route.js'

/**
 * Holds every answer against its contract, unknown fields included, and turns a difference into a defect. For tests: stands between the
 * envelope and the controllers when the application is made with `checkAnswers`.
 */
@Injectable()
export class AnswerCheck implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = Reflect.getMetadata(specKey, context.getHandler()) as Route | undefined
    if (!route) return next.handle()
    return next.handle().pipe(
      map((data: unknown) => {
        const problems = answerProblems(route, data)
        if (problems.length > 0)
          throw new Error(
            `${route.method} ${route.path} (${route.handler}) breaks its contract: ${problems.slice(0, 5).join('; ')}`,
          )
        return data
      }),
    )
  }
}

/** How the data differs from the answer that the route promises, as it will be on the wire. */
export function answerProblems(route: Pick<Route, 'answer' | 'list'>, data: unknown): string[] {
  const wire = JSON.parse(JSON.stringify(data ?? null)) as unknown
  const rows = route.list ? (wire as Partial<Page<unknown>> | null)?.items : [wire]
  if (!Array.isArray(rows)) return ['a list answers with a page']
  return rows.flatMap((row, index) => {
    const at = route.list ? `[${index}]` : 'data'
    const parsed = route.answer.safeParse(row)
    if (!parsed.success) return parsed.error.issues.map((issue) => `${[at, ...issue.path].join('.')}: ${issue.message}`)
    return surplus(row, parsed.data, at)
  })
}

/** Parsing drops what the contract does not name, so whatever is missing afterwards was not promised. */
function surplus(given: unknown, kept: unknown, at: string): string[] {
  if (typeof given !== 'object' || given === null || typeof kept !== 'object' || kept === null) return []
  const rest = kept as Record<string, unknown>
  return Object.entries(given).flatMap(([key, value]) =>
    key in rest ? surplus(value, rest[key], `${at}.${key}`) : [`${at}.${key}: not in the contract`],
  )
}
