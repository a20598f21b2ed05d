// What lists, boards and searches cost at size, over HTTP, beside the very statements that the program issues, run bare.
// node bench/lists.mjs [requests per figure, 400]; SMALL, LARGE and OTHER are the rows of each kind in the three workspaces.
import './quiet.mjs'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { checkBin } from '../server/dist/kernel/kazakhstan/iin-bin.js'
import { databaseUrl } from '../server/dist/platform/database/database-url.js'
import { migrate } from '../server/dist/platform/database/migrate.js'
import { prepareDatabase } from '../server/dist/platform/database/roles.js'
import { startEmbeddedPostgres } from '../server/dist/platform/embedded-postgres/embedded-postgres.js'
import { startApplication } from './support/ask-application.mjs'
import { bareRun } from './support/bare-statements.mjs'
import { fill, words } from './support/fill.mjs'
import { cpuOf, cpuOfPostgres, postgresPid } from './support/processes.mjs'

const requests = Number(process.argv[2] ?? 400)
const sizes = { small: 10_000, large: 100_000, other: 1_000_000 }
for (const name of Object.keys(sizes)) sizes[name] = Number(process.env[name.toUpperCase()] ?? sizes[name])
const clients = 8

const dataDir = mkdtempSync(join(tmpdir(), 'prometric-bench-'))
const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') })
const appPassword = randomBytes(16).toString('hex')
await prepareDatabase(server.adminUrl, { appPassword })
await migrate(server.adminUrl)
const appUrl = databaseUrl(server.adminUrl, { user: 'erp_app', password: appPassword })
const admin = new pg.Pool({ connectionString: server.adminUrl, max: 2, options: '-c search_path=app,public' })
const serverPid = await postgresPid(admin)
const application = await startApplication({ databaseUrl: appUrl, jwtSecret: randomBytes(32).toString('hex'), dataDir })

let refused = 0
/** A company with one row of each kind made by the program itself: the samples that are multiplied. */
async function company(name, place) {
  const bin = Array.from({ length: 10 }, (_, digit) => `15014000${100 + place}${digit}`).find(
    (text) => checkBin(text).result === 'OK',
  )
  const owner = await application.ask('owner', { email: `${name}@example.kz`, companyName: name, bin })
  const call = async (method, path, body, tries = 0) => {
    const response = await fetch(`${application.url}/api/v1/workspaces/${owner.workspaceId}${path}`, {
      method,
      headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    const answer = await response.json()
    // A machine that is busy with others may keep a caller waiting too long for a connection; that is told and tried again.
    if (response.status === 503 && tries < 20) {
      refused++
      return call(method, path, body, tries + 1)
    }
    // A million rows take longer to write than a token lives.
    if (response.status === 401 && tries === 0) {
      owner.token = await application.ask('tokenOf', owner)
      return call(method, path, body, 1)
    }
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer.error)}`)
    return answer
  }
  const make = async (path, body) => (await call('POST', path, body)).data.id
  const product = await make('/products', {
    name: 'Образец',
    code: 'SAMPLE',
    productType: 'PRODUCT',
    price: 1000,
    purchasePrice: 500,
  })
  const customer = await make('/customers', { name: 'Образец', type: 'COMPANY', phone: '+77019999999' })
  const deal = await make('/deals', {
    title: 'Образец',
    customerId: customer,
    products: [{ productId: product, quantity: 2 }],
  })
  const order = await make('/orders', { customerId: customer, items: [{ productId: product, quantity: 2 }] })
  const [line] = (await admin.query('select id from deal_products where deal_id = $1', [deal])).rows
  const samples = { products: product, customers: customer, deals: deal, deal_products: line.id, orders: order }
  return { ...owner, name, call, samples }
}

const numberOf = (turn, size) => ((turn * 7919) % size) + 1
const questions = [
  { name: 'pipeline board, 20 a column', path: () => '/deals/pipeline?limitPerStage=20' },
  { name: 'pipeline board, 100 a column', path: () => '/deals/pipeline?limitPerStage=100' },
  { name: 'product list, 20', path: () => '/products?limit=20' },
  { name: 'product list, 100', path: () => '/products?limit=100' },
  {
    name: 'product search, one hit',
    path: (turn, size) => `/products?limit=20&search=2${String(numberOf(turn, size)).padStart(12, '0')}`,
  },
  {
    name: 'product search, a common word',
    path: (turn) => `/products?limit=20&search=${encodeURIComponent(words[turn % words.length])}`,
  },
  {
    name: 'product picker',
    path: (turn) => `/products/search?limit=20&q=${encodeURIComponent(words[turn % words.length])}`,
  },
  { name: 'customer list, 20', path: () => '/customers?limit=20' },
  { name: 'customer list, 100', path: () => '/customers?limit=100' },
  {
    name: 'customer search, one hit',
    path: (turn, size) => `/customers?limit=20&search=%2B77${String(numberOf(turn, size)).padStart(9, '0')}`,
  },
  {
    name: 'customer search, a common word',
    path: (turn) => `/customers?limit=20&search=${encodeURIComponent(words[turn % words.length])}`,
  },
  { name: 'order list, 20', path: () => '/orders?limit=20' },
  { name: 'order list, 100', path: () => '/orders?limit=100' },
].filter(({ name }) => name.includes(process.env.ONLY ?? ''))

/** Runs `task` by eight callers; requests per second and CPU milliseconds each, of this machine's processes that `cpu` counts. */
async function measure(count, cpu, task) {
  const before = cpu()
  const from = performance.now()
  let turn = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (turn < count) await task(turn++)
    }),
  )
  return { rate: count / ((performance.now() - from) / 1000), cpuMs: (cpu() - before) / count }
}

/** One question in one workspace: over HTTP, and its statements alone. */
async function figure(question, of, size) {
  const ask = (turn) => of.call('GET', question.path(turn, size))
  await measure(clients * 8, () => 0, ask)
  const http = await measure(requests, () => cpuOf(application.pid) + cpuOfPostgres(serverPid), ask)
  // As many different questions as there are clients, so that the bare run too asks for more than one thing.
  const recorded = []
  for (let turn = 0; turn < clients; turn++) {
    await application.ask('record')
    await ask(turn)
    recorded.push(await application.ask('recorded'))
  }
  const bare = await bareRun(appUrl, of, recorded, clients)
  await measure(clients * 8, () => 0, bare.run)
  const alone = await measure(
    requests,
    () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000 + cpuOfPostgres(serverPid),
    bare.run,
  )
  await bare.close()
  return { http, alone, statements: recorded[0].length }
}

const results = new Map(questions.map(({ name }) => [name, {}]))
async function round(key, of, size) {
  for (const question of questions) {
    results.get(question.name)[key] = await figure(question, of, size)
    console.error(`${key}: ${question.name} ${JSON.stringify(results.get(question.name)[key])}`)
  }
}

async function run() {
  const log = (line) => console.error(line)
  const small = await company('small', 1)
  const large = await company('large', 2)
  const other = await company('other', 3)
  await fill(admin, { ...small, count: sizes.small, log })
  await fill(admin, { ...large, count: sizes.large, log })
  await round('small', small, sizes.small)
  await round('large', large, sizes.large)
  if (sizes.other > 0) {
    await fill(admin, { ...other, count: sizes.other, log })
    await round('beside', large, sizes.large)
  }

  const shown = (value, digits = 2) => (value === undefined ? '—' : value.toFixed(digits))
  const rows = [...results].map(([name, { small: s, large: l, beside: b }]) => [
    name,
    shown(l.http.rate, 0),
    shown(l.alone.rate, 0),
    shown(l.http.cpuMs),
    shown(l.alone.cpuMs),
    shown(l.http.cpuMs / l.alone.cpuMs),
    shown(l.http.cpuMs / s.http.cpuMs),
    shown(b && b.http.cpuMs / l.http.cpuMs),
    l.statements,
  ])
  console.log(
    `${requests} requests a figure, ${clients} clients; ${sizes.small}, ${sizes.large} and ${sizes.other} rows of each kind; ${refused} answers 503, asked again`,
  )
  console.log(
    `| at ${sizes.large} rows | requests/s | bare SQL/s | CPU ms | CPU ms bare | CPU, times bare (≤ 3) | CPU, times ${sizes.small} rows (≤ 1.5) | beside ${sizes.other} rows of another (≤ 1.1) | statements |`,
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |')
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

async function stop() {
  await application.stop()
  await admin.end()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
await run().finally(stop)
process.exit(0)
