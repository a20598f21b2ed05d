import type { NestFastifyApplication } from '@nestjs/platform-fastify'

/** Every route that the HTTP server itself knows, as `get /api/v1/…/{id}`; HEAD and OPTIONS are its own affair. */
export function servedRoutes(app: NestFastifyApplication): string[] {
  const tree = (app.getHttpAdapter().getInstance() as unknown as { printRoutes(options: object): string }).printRoutes({
    commonPrefix: false,
  })
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const found = /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line)
    if (!found) return []
    const depth = found[1]!.length / 4
    above.length = depth
    above[depth] = found[2]!
    const path = above.join('').replace(/:(\w+)/g, '{$1}')
    return (found[3] ?? '')
      .split(', ')
      .filter((verb) => !['', 'HEAD', 'OPTIONS'].includes(verb))
      .map((verb) => `${verb.toLowerCase()} ${path}`)
  })
}
