// How fast deals are won over HTTP, beside a floor that writes the very same rows by hand.
// node bench/won-deal.mjs [deals per level, 200]
import './quiet.mjs'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createApplication } from '../server/dist/application.js'
import { newId } from '../server/dist/kernel/ids.js'
import { startSession } from '../server/dist/modules/identity/operations/start-session.js'
import { personTenant } from '../server/dist/modules/identity/person-tenant.js'
import { createOwner } from '../server/dist/orchestrators/owner-onboarding.js'
import { databaseUrl } from '../server/dist/platform/database/database-url.js'
import { migrate } from '../server/dist/platform/database/migrate.js'
import { prepareDatabase } from '../server/dist/platform/database/roles.js'
import { startEmbeddedPostgres } from '../server/dist/platform/embedded-postgres/embedded-postgres.js'
import { floorOf } from './floor.mjs'

const perLevel = Number(process.argv[2] ?? 200)
const levels = [1, 4, 8, 32]
const dataDir = mkdtempSync(join(tmpdir(), 'prometric-bench-'))
const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') })
const appPassword = randomBytes(16).toString('hex')
await prepareDatabase(server.adminUrl, { appPassword })
await migrate(server.adminUrl)
const appUrl = databaseUrl(server.adminUrl, { user: 'erp_app', password: appPassword })
const application = await createApplication({
  databaseUrl: appUrl,
  jwtSecret: randomBytes(32).toString('hex'),
  dataDir,
  rateLimits: false,
  relay: false,
})
const base = (await application.listen(0)).replace(/\/$/, '')
const { database, tokens } = application

const made = await createOwner(database, {
  email: 'bench@example.kz',
  password: 'Qazaqstan-2026',
  firstName: 'Б',
  lastName: 'Б',
  companyName: 'Bench',
  bin: '150140000012',
  type: 'TOO',
})
const session = await database.run(personTenant({ userId: made.userId, requestId: 'bench' }), (work) =>
  startSession(work, { userId: made.userId, rememberMe: false, caller: { ip: '127.0.0.1' } }),
)
const token = await tokens.sign({ userId: made.userId, ...session })
const admin = new pg.Pool({ connectionString: server.adminUrl, max: 2, options: '-c search_path=app,public' })

async function call(method, path, body) {
  const response = await fetch(`${base}/api/v1/workspaces/${made.workspaceId}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer.error)}`)
  return answer.data
}

const [warehouse] = (await admin.query('select id from warehouses where workspace_id = $1', [made.workspaceId])).rows
const products = []
for (let i = 0; i < 60; i++) {
  const product = await call('POST', '/products', {
    name: `Товар ${i}`,
    code: `B-${i}`,
    productType: 'PRODUCT',
    price: 1000 + i,
    purchasePrice: 500,
  })
  await call('POST', '/operations/warehouse/inventory/adjust', {
    warehouseId: warehouse.id,
    productId: product.id,
    adjustment: 100000,
    reason: 'OPENING_BALANCE',
    unitCost: 500,
  })
  products.push(product.id)
}
const customers = []
for (let i = 0; i < 40; i++) customers.push((await call('POST', '/customers', newCustomer(i))).id)

function newCustomer(i) {
  const address = { type: 'SHIPPING', street: 'Бухар-Жырау', city: 'Караганда', isPrimary: true }
  return { name: `Клиент ${i}`, phone: `+7701${1000000 + i}`, ignoreDuplicates: true, addresses: [address] }
}

let turn = 0
const newDeal = async () => {
  const n = turn++
  const lines = [0, 1, 2].map((k) => ({ productId: products[(n * 7 + k * 13) % 60], quantity: 2 }))
  return call('POST', '/deals', { title: `Сделка ${n}`, customerId: customers[n % 40], products: lines })
}

/** Runs `task` `count` times by `clients` callers; gives runs per second and CPU milliseconds of this process per run. */
async function measure(clients, count, task) {
  const from = performance.now()
  const cpu = process.cpuUsage()
  let left = count
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) await task()
    }),
  )
  const used = process.cpuUsage(cpu)
  return { rate: count / ((performance.now() - from) / 1000), cpuMs: (used.user + used.system) / 1000 / count }
}

// Warm up: the first executions of a named statement are planned anew on each connection.
const warm = await Promise.all(Array.from({ length: 80 }, newDeal))
await measure(8, warm.length, () => call('POST', `/deals/${warm.pop().id}/win`, {}))
const sample = await newDeal()
const sampleWin = await call('POST', `/deals/${sample.id}/win`, {})
const floor = await floorOf({
  admin,
  appUrl,
  organizationId: made.organizationId,
  workspaceId: made.workspaceId,
  correlationId: sampleWin.correlationId,
  orderId: sampleWin.order.id,
  newId,
})
await measure(8, 80, () => floor.write())

console.log(`rows per chain: ${floor.tables.map(({ table, rows }) => `${table} ${rows}`).join(', ')}`)
console.log('clients | ours chains/s | floor chains/s | ratio | CPU ms/chain ours (client included) | floor')
for (const clients of levels) {
  const deals = await Promise.all(Array.from({ length: perLevel }, newDeal))
  const ours = await measure(clients, perLevel, () => call('POST', `/deals/${deals.pop().id}/win`, {}))
  const hand = await measure(clients, perLevel, () => floor.write())
  console.log(
    [
      clients,
      ours.rate.toFixed(0),
      hand.rate.toFixed(0),
      (ours.rate / hand.rate).toFixed(2),
      ours.cpuMs.toFixed(2),
      hand.cpuMs.toFixed(2),
    ].join(' | '),
  )
}
let statements = 0
const one = await newDeal()
const { UnitOfWork } = await import('../server/dist/platform/database/unit-of-work.js')
const rows = UnitOfWork.prototype.rows
UnitOfWork.prototype.rows = function (...asked) {
  statements++
  return rows.apply(this, asked)
}
await call('POST', `/deals/${one.id}/win`, {})
UnitOfWork.prototype.rows = rows
console.log(`statements per chain: ${statements} and begin, commit`)

await floor.close()
await admin.end()
await application.close()
await server.stop()
rmSync(dataDir, { recursive: true, force: true })
process.exit(0)
