import { pino } from 'pino'

/** JSON lines; secrets never. Level by LOG_LEVEL. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { service: 'prometric' },
  redact: ['password', 'token', 'authorization', '*.password', '*.token', 'req.headers.authorization'],
})
