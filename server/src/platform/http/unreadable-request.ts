import type { Socket } from 'node:net'
import { refusals } from '@prometric/contracts/refusals'
import { newId } from '../../kernel/ids.js'

/** What the HTTP parser itself turns down, before there is a request: too long a head, or no HTTP at all. Answered in the envelope too. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const code = tooLong ? 'PAYLOAD_TOO_LARGE' : 'VALIDATION_FAILED'
  const status = tooLong ? '431 Request Header Fields Too Large' : '400 Bad Request'
  const body = JSON.stringify({
    success: false,
    error: { code, message: refusals[code].ru, details: {}, retryable: false },
    meta: { requestId: newId(), timestamp: new Date().toISOString(), path: '' },
  })
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
