import type { IncomingMessage } from 'node:http'
import { newId } from '../../kernel/ids.js'

/** The caller's X-Request-Id when it is plain, otherwise a new one. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : newId()
}
