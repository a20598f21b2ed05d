import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../server/src/invariants/broken-invariants.js'
import { openapiDocument, pathOf } from '../server/src/platform/http/openapi/openapi.js'
import { type Route, routeTable } from '../server/src/platform/http/route.js'
import { sourceFiles } from '../rules/source-files.js'
import { nodesOf } from '../rules/syntax.js'
import { fillCompany } from '../server/scenarios/support/busy-company.js'
import { type Client, clientOf } from '../server/scenarios/support/client.js'
import { type Company, openCompany } from '../server/scenarios/support/company.js'
import { faultsOf, isHarmless, nameOf, RequestMaker, send } from '../server/scenarios/support/generated-requests.js'
import { compileProgram, databaseOf, type Program, type ProgramProcess } from '../server/scenarios/support/program.js'
import { random } from '../server/scenarios/support/random.js'
import { lasting } from './support/lasting.js'
import { waysOf } from './support/ways.js'

/**
 * Requests made from the program's own description of itself, four in ten with something wrong in them, against the delivered program in a
 * process of its own. Nothing breaks it or holds it up, what was stored reads back as sent, and every operation succeeds at least once.
 */
const count = Number(process.env['COUNT'] ?? 50_000)
const lanes = 3
const mostMs = 100
const chance = random()
const jwtSecret = randomBytes(32).toString('hex')
const open: Array<() => Promise<void> | void> = []
let company: Company
let program: Program
let running: ProgramProcess
let owner: Client
let stallsFile: string

beforeAll(async () => {
  program = compileProgram()
  open.push(() => program.remove())
  company = await openCompany({ jwtSecret, poolSize: 4 })
  open.push(() => company.close())
  await fillCompany(company)
  stallsFile = join(company.dataDir, 'stalls.json')
  running = await program.start({
    DATABASE_URL: await databaseOf(company),
    JWT_SECRET: jwtSecret,
    DATA_DIR: company.dataDir,
    STALLS_FILE: stallsFile,
    NODE_OPTIONS: `--import ${pathToFileURL(fileURLToPath(new URL('support/stalls.mjs', import.meta.url))).href}`,
  })
  open.push(() => running.kill())
  const { url } = running
  const { workspaceId } = company
  owner = await lasting(async () => clientOf({ url, workspaceId, ...(await company.ownerAnew()) }))
})
afterAll(async () => {
  for (const close of open.toReversed()) await close()
})

/** What would end the run for whoever sends the requests, and what is of no workspace: it is asked on purpose only. */
const byChance = (route: Route) =>
  isHarmless(route) ||
  (pathOf(route).startsWith('/api/v1/auth/') && !/logout|sessions\/|password|\/me$/.test(pathOf(route)))

test(`${count} requests: none breaks the program or holds it up, every operation succeeds`, async () => {
  const from = performance.now()
  const began = Date.now()
  const ways = waysOf(company, running.url)
  const succeeded = new Map<string, number>()
  const broken: string[] = []
  const altered: string[] = []
  const failedWays: string[] = []
  const slow: Array<{ what: string; from: number; to: number }> = []
  let longestLive = 0
  for (const [name, way] of Object.entries(ways)) {
    const answer = await way().catch((error: unknown) => ({ status: 0, error: String(error).slice(0, 300) }))
    if (answer.status >= 200 && answer.status < 300) succeeded.set(name, Infinity)
    else failedWays.push(`${name}: ${answer.status} ${JSON.stringify(answer.error).slice(0, 300)}`)
  }
  if (failedWays.length > 0) console.log(failedWays.join('\n'))
  expect(failedWays).toEqual([])

  const maker = new RequestMaker(company, chance, byChance)
  await maker.lookAround()
  let accepted = 0
  let sent = 0
  const lane = async () => {
    while (sent < count) {
      if (sent++ % 150 === 0) await maker.lookAround(chance.pick(['oldest', 'newest', 'newest']))
      const request = maker.make()
      const start = Date.now()
      const answer = await send(owner, request)
      const end = Date.now()
      const what = `${request.route.method} ${request.path.slice(0, 160)} ${JSON.stringify(request.body)?.slice(0, 160)}`
      if (end - start > 80) slow.push({ what, from: start, to: end })
      const faults = faultsOf(request, answer)
      broken.push(...faults.broken)
      altered.push(...faults.altered)
      if (answer.status < 300) {
        accepted++
        const name = nameOf(request.route)
        succeeded.set(name, (succeeded.get(name) ?? 0) + 1)
      }
      if (sent % 5_000 === 0)
        console.log(`${sent} requests, ${accepted} accepted, ${broken.length} broken, ${seconds(from)} s`)
    }
  }
  let going = true
  const pinger = (async () => {
    for (; going; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const start = performance.now()
      await fetch(`${running.url}/health/live`).then((answer) => answer.arrayBuffer())
      longestLive = Math.max(longestLive, performance.now() - start)
    }
  })()
  await Promise.all(Array.from({ length: lanes }, lane))
  going = false
  await pinger
  await owner.get('/deals')
  expect(running.alive).toBe(true)
  await running.end()
  await company.settle()

  const stalls = (existsSync(stallsFile) ? (JSON.parse(readFileSync(stallsFile, 'utf8')) as Stall[]) : []).filter(
    ({ at }) => at > began,
  )
  const worst = stalls.toSorted((a, b) => b.own - a.own).slice(0, 5)
  for (const stall of worst)
    console.log(
      `stood still ${stall.wall} ms, of which ${stall.own} ms computing: ${slow
        .filter((one) => one.from <= stall.at && one.to >= stall.at - stall.wall)
        .map(({ what }) => what)
        .slice(0, 3)
        .join(' | ')}`,
    )
  const never = routeTable.map(nameOf).filter((name) => !succeeded.has(name))
  const longest = { wall: Math.max(0, ...stalls.map(({ wall }) => wall)), own: worst[0]?.own ?? 0 }
  console.log(
    `SEED=${chance.seed}: ${count} requests, ${accepted} accepted (${((accepted / count) * 100).toFixed(0)} %), ${succeeded.size} of ${routeTable.length} operations with a success, ` +
      `${broken.length} broken, ${altered.length} altered; longest stall ${longest.own} ms of computing (${longest.wall} ms with waiting for the processor, /health/live at most ${longestLive.toFixed(0)} ms); ${seconds(from)} s`,
  )
  for (const one of altered.slice(0, 10)) console.log(`altered: ${one}`)
  const seldom = [...succeeded].filter(([, times]) => times < count / 5_000).map(([name, times]) => `${name} ${times}`)
  if (seldom.length > 0) console.log(`seldom accepted, and by chance: ${seldom.join(', ')}`)
  if (never.length > 0) console.log(`never accepted: ${never.join(', ')}`)
  const torn = await brokenInvariants(company.sql)
  for (const one of torn.slice(0, 10)) console.log(`torn: ${JSON.stringify(one)}`)
  expect(broken.slice(0, 10)).toEqual([])
  expect(altered.slice(0, 10)).toEqual([])
  expect(never).toEqual([])
  expect(accepted / count).toBeGreaterThan(0.25)
  expect(longest.own).toBeLessThan(mostMs)
  expect(torn).toEqual([])
})

interface Stall {
  readonly at: number
  readonly wall: number
  readonly own: number
}

interface Pattern {
  readonly pattern: string
  readonly flags: string
}

test('no pattern of ours is led astray by a text made for that', () => {
  const tiresome = ['a', '0', ' ', 'a@', 'a.', '-', '\t', '"', '1,', 'ә', '(', '/', '0.', '+7'].flatMap((part) => {
    const long = part.repeat(Math.floor(60_000 / part.length))
    return [long, `${long}!`, `!${long}`, `a@${long}`, `${long}\u0000`]
  })
  const ours = [...sourceFiles()]
    .filter(([path]) => /^(contracts|server)\/src\/(?!.*\.test\.ts)/.test(path))
    .flatMap(([path, text]) => nodesOf(path, text))
    .flatMap((node) => (node.type === 'Literal' && node['regex'] ? [node['regex'] as Pattern] : []))
  const described = [...JSON.stringify(openapiDocument(routeTable)).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text]): Pattern => ({ pattern: JSON.parse(text!) as string, flags: 'u' }),
  )
  const patterns = [...new Map([...ours, ...described].map((one) => [`${one.pattern}/${one.flags}`, one])).values()]
  const slow = patterns.flatMap(({ pattern, flags }) => {
    const regex = new RegExp(pattern, flags.replace(/[gy]/g, ''))
    const led = tiresome.find((text) => [1, 2, 3].every(() => timed(() => regex.test(text)) >= 10))
    return led === undefined ? [] : [`/${pattern}/ takes 10 ms or more for ${JSON.stringify(led.slice(0, 8))}…`]
  })
  console.log(
    `${patterns.length} patterns, each against ${tiresome.length} texts of 60 000 letters: ${slow.length} take 10 ms`,
  )
  expect(slow).toEqual([])
  // The clock is not blind.
  const led = /^(a+)+$/
  expect(timed(() => led.test(`${'a'.repeat(24)}!`))).toBeGreaterThan(10)
})

test('the naive twin, which believes what it is sent, breaks; and what it alters is noticed', async () => {
  const twin = believer()
  await new Promise<void>((ready) => twin.listen(0, '127.0.0.1', ready))
  open.push(() => void twin.close())
  const url = `http://127.0.0.1:${(twin.address() as AddressInfo).port}`
  const client = clientOf({ url, workspaceId: company.workspaceId, userId: '', email: '', token: 'x' })
  const maker = new RequestMaker(company, chance, (route) =>
    /^post (orders|deals|customers|products)$/.test(nameOf(route)),
  )
  await maker.lookAround()
  const faults = { broken: 0, altered: 0 }
  for (let n = 0; n < 1_000; n++) {
    const request = maker.make()
    const { broken, altered } = faultsOf(request, await send(client, request))
    faults.broken += broken.length
    faults.altered += altered.length
  }
  console.log(`the naive twin broke ${faults.broken} times and altered ${faults.altered} answers in 1 000 requests`)
  expect(faults.broken).toBeGreaterThan(0)
  expect(faults.altered).toBeGreaterThan(0)
})

/** A server as it is written in a hurry: it takes the body for what it should be, and texts for short. */
function believer(): Server {
  return createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const answer = (status: number, body: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      try {
        const body = JSON.parse(text) as { items?: Array<{ quantity: number }>; name?: string; title?: string }
        const lines = (body.items ?? []).map((line) => BigInt(Math.round(line.quantity * 1000)))
        const cut = Object.entries(body).map(([field, value]) => [
          field,
          typeof value === 'string' ? value.slice(0, 5) : value,
        ])
        answer(201, {
          data: { ...Object.fromEntries(cut), lines: lines.length, sort: (body.name ?? body.title)!.toLowerCase() },
        })
      } catch (error) {
        answer(500, { error: { code: 'INTERNAL', message: String(error) } })
      }
    })
  })
}

function timed(run: () => unknown): number {
  const from = performance.now()
  run()
  return performance.now() - from
}
const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(0)
