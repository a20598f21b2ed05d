import { relative } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'

const year = 365 * 24 * 60 * 60

/** Not the web application's: what is unknown there is answered by the API in its envelope. */
const ofProgram = /^\/(api|health|metrics|socket\.io)(\/|$)/

/**
 * Serves the built web application beside the API. Files under /assets carry a hash in their name and never change; index.html names
 * them, so it is asked for again each time. Any other page that a browser asks for is index.html: the application reads the address.
 */
export async function serveWeb(app: NestFastifyApplication, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    cacheControl: false,
    // The build leaves them beside the files.
    preCompressed: true,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => void reply.header('cache-control', cacheFor(relative(folder, path))),
  })
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      const path = request.url.split('?', 1)[0]!
      if (ofProgram.test(path)) return reply.callNotFound()
      const file = (request.params as { '*': string })['*']
      if (/\.\w+$/.test(file)) return reply.sendFile(file)
      return request.headers.accept?.includes('text/html') ? reply.sendFile('index.html') : reply.callNotFound()
    })
}

const cacheFor = (path: string) => (/^assets[/\\]/.test(path) ? `public, max-age=${year}, immutable` : 'no-cache')
