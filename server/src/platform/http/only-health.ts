import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { Refusal } from '../../kernel/refusal.js'

/** What a worker answers: whether it is well, and what it counts. Everything else is for those that serve people. */
export function answerOnlyHealth(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      if (!/^\/(health|metrics)\b/.test(request.url)) throw new Refusal('NOT_FOUND')
    })
}
