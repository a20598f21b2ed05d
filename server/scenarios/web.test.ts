import { get as request, type IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb, webFolder } from './support/browser.js'
import { type Company, openCompany } from './support/company.js'

let company: Company

beforeAll(async () => {
  buildWeb()
  company = await openCompany({ webFolder })
}, 60_000)
afterAll(() => company?.close())

describe('the web application and the API on one port', () => {
  const asked = (path: string, accept = 'text/html') => fetch(company.url + path, { headers: { accept } })

  test('any page is index.html, asked for again each time', async () => {
    for (const path of ['/', '/orders/0199c2b0-0000-7000-8000-000000000000', '/index.html']) {
      const page = await asked(path)
      expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
        200,
        expect.stringContaining('text/html'),
        'no-cache',
      ])
      expect(await page.text()).toContain('<div id="root">')
    }
  })

  test('files with a hash in their name are kept for a year', async () => {
    const [script] = /\/assets\/[\w.-]+\.js/.exec(await (await asked('/')).text())!
    const file = await asked(script, '*/*')
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  })

  test('files are sent compressed to whoever can read them so, and plain to the others', async () => {
    const [script] = /\/assets\/packages[\w.-]+\.js/.exec(await (await asked('/')).text())!
    const sent = async (encoding: string) => {
      const answer = await get(company.url + script, { 'accept-encoding': encoding })
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
      expect(answer.headers['vary']).toContain('accept-encoding')
      expect(answer.headers['content-type']).toContain('javascript')
      return answer
    }
    const [plain, zipped, brotli] = [await sent('identity'), await sent('gzip'), await sent('gzip, br')]
    expect([plain, zipped, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br'])
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true)
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
    expect(zipped.body.length).toBeLessThan(plain.body.length / 2)
  })

  test('what does not exist is refused in the envelope', async () => {
    const missing: ReadonlyArray<readonly [path: string, accept?: string]> = [
      ['/api/v1/nothing'],
      ['/api'],
      ['/health/nothing'],
      ['/assets/nothing.js'],
      ['/.built'],
      ['/../package.json'],
      ['/deals', 'application/json'],
    ]
    for (const [path, accept] of missing) {
      const answer = await asked(path, accept)
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 404, null])
      expect(await answer.json()).toMatchObject({ success: false, error: { code: 'NOT_FOUND' } })
    }
    const above = await asked('/assets/..%2f..%2fpackage.json')
    expect(above.status).toBe(403)
    expect(await above.json()).toMatchObject({ success: false, error: { code: 'FORBIDDEN' } })
  })
})

/** As it comes over the wire: `fetch` would unpack it. */
function get(url: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    request(url, { headers }, async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part as Buffer)
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) })
    }).on('error', reject)
  })
}
