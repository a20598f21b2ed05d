import { Controller, Get, Header } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'
import { openapiDocument } from './openapi/openapi.js'
import { routeTable } from './route.js'

let written: string | undefined

/** The OpenAPI document, written once: the routes do not change while the program runs. */
@Controller('api/docs-json')
export class Docs {
  @Get()
  @Header('Content-Type', 'application/json; charset=utf-8')
  document(): string {
    return (written ??= JSON.stringify(openapiDocument(routeTable)))
  }
}

/** The document for people, at `/api/docs`. Its scripts are our own files, so the strict content policy holds. */
export function serveDocsPage(app: NestFastifyApplication): void {
  const title = { openapi: '3.1.0', info: { title: 'Prometric ERP', version: '1' }, paths: {} } satisfies OpenAPIObject
  SwaggerModule.setup('api/docs', app, title, {
    raw: false,
    customSiteTitle: 'Prometric ERP — API',
    swaggerUrl: '/api/docs-json',
    swaggerOptions: { docExpansion: 'none', persistAuthorization: true, url: '/api/docs-json' },
  })
}
