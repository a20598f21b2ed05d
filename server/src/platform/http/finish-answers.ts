import type { NestFastifyApplication } from '@nestjs/platform-fastify'

const sweepMs = 50

/**
 * Takes no more requests and waits for those that are under way. A connection that was busy when this began is idle a moment later; kept
 * alive by its client, it would keep the program from ending for more than a minute.
 */
export async function finishAnswers(app: NestFastifyApplication): Promise<void> {
  const sweep = setInterval(() => app.getHttpServer().closeIdleConnections(), sweepMs)
  try {
    await app.close()
  } finally {
    clearInterval(sweep)
  }
}
