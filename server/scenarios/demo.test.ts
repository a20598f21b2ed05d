import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureDemo } from '../src/demo/ensure-demo.js'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { type BareApplication, openBareApplication } from './support/bare-application.js'

let house: BareApplication

beforeAll(async () => {
  house = await openBareApplication()
  await ensureDemo(house.application, { months: Number(process.env.M ?? 3), deals: Number(process.env.D ?? 60), customers: Number(process.env.C ?? 40) })
}, 240_000)
afterAll(() => house?.close())

test('x', async () => {
  const f = performance.now()
  const broken = await brokenInvariants(house.sql)
  console.log(performance.now() - f, broken.length, JSON.stringify(broken, (_, v) => typeof v === 'bigint' ? Number(v) : v).slice(0, 5000))
  for (const q of ['select stage, count(*)::int from deals group by 1', 'select status, count(*)::int from orders group by 1', 'select state, count(*)::int, max(last_error) from event_deliveries group by 1',
   'select consumer, count(*)::int, sum(duration_ms)::int from event_deliveries group by 1 order by 3 desc', 'select status, count(*)::int from production_orders group by 1', 'select status, count(*)::int from purchase_requisitions group by 1', 'select status, count(*)::int from invoices group by 1',
   'select status, count(*)::int from picking_orders group by 1', 'select reason, count(*)::int from order_holds where released_at is null group by 1', 'select count(*)::int from payments', 'select count(*)::int from goods_receipts', "select name, count(*)::int from outbox_events group by 1 order by 2 desc limit 25"])
    console.log(q + '\n' + (await house.sql(q)).map((r) => JSON.stringify(r, (_, v) => typeof v === 'bigint' ? Number(v) : v)).join('\n'))
})
