import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/kernel/ids.js'
import { Quantity } from '../src/kernel/quantity.js'
import { UnitPrice } from '../src/kernel/unit-price.js'
import type { Movement } from '../src/modules/inventory/movement.js'
import { postMovements } from '../src/modules/inventory/operations/post-movements.js'
import { stockAlertTeller } from '../src/modules/inventory/operations/tell-stock-alert.js'
import { openRequisitions } from '../src/modules/procurement/operations/open-requisitions.js'
import { openProductionOrders } from '../src/modules/production/operations/open-production-orders.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let warehouseId: string
let table: string
let board: string

beforeAll(async () => {
  company = await openCompany()
  const { workspaceId, organizationId, sql } = company
  warehouseId = (await sql<{ id: string }>('select id from warehouses where workspace_id = $1', [workspaceId]))[0]!.id
  const product = async (code: string, cost: bigint) => {
    const id = newId()
    await sql(
      `insert into products (organization_id, workspace_id, id, code, code_lower, name, product_type, cost, reorder_point, max_stock_level, sellable, purchasable)
       values ($1, $2, $3, $4::text, lower($4::text), $4::text, 'MATERIAL', $5, 3, 20, true, true)`,
      [organizationId, workspaceId, id, code, cost],
    )
    return id
  }
  table = await product('TABLE', 5_000_0000n)
  board = await product('BOARD', 0n)
})
afterAll(() => company?.close())

const move = (change: Partial<Movement> & { quantity: Quantity }): Movement => ({
  type: change.quantity.isNegative() ? 'ISSUE' : 'RECEIPT',
  warehouseId,
  productId: board,
  referenceType: 'MANUAL',
  referenceId: null,
  idempotencyKey: newId(),
  ...change,
})
const post = (...movements: Movement[]) =>
  company.database.run(company.tenant(), (work) => postMovements(work, movements))
const q = (value: number | string) => Quantity.parse(value)

test('receipts average their cost, issues leave at it, and the same key moves once', async () => {
  const first = move({ quantity: q(10), unitCost: UnitPrice.parse(100) })
  const [moved] = await post(first)
  expect(moved!.balanceAfter.toString()).toBe('10')
  expect((await post(first))[0]!.id).toBe(moved!.id)
  const [, out] = await post(move({ quantity: q(5), unitCost: UnitPrice.parse(130) }), move({ quantity: q(-12) }))
  expect([out!.unitCost.toString(), out!.totalCost.toString(), out!.balanceAfter.toString()]).toEqual([
    '110.00',
    '-1320.00',
    '3',
  ])
  const [row] = await company.sql<{ cost: bigint }>('select cost from products where id = $1', [board])
  expect(row!.cost).toBe(1_100_000n)
  await expect(post(move({ quantity: q('-3.5') }))).rejects.toMatchObject({
    code: 'STOCK_UNAVAILABLE',
    facts: { available: '3', required: '3.5' },
  })
  await expect(post(move({ quantity: q(-1), productId: table }))).rejects.toMatchObject({ code: 'STOCK_UNAVAILABLE' })
})

test('a crossing of the reorder point is told once in each direction', async () => {
  const names = async () =>
    (
      await company.sql<{ name: string }>(
        `select name from outbox_events where name like 'inventory.%' and aggregate_id = $1 order by pos`,
        [board],
      )
    ).map((e) => e.name)
  expect(await names()).toEqual(['inventory.low'])
  await post(move({ quantity: q(-1) }))
  expect(await names()).toEqual(['inventory.low'])
  await post(move({ quantity: q(-2) }))
  await post(move({ quantity: q(8), unitCost: UnitPrice.parse(110) }))
  expect(await names()).toEqual(['inventory.low', 'inventory.out_of_stock', 'inventory.replenished'])
})

test('those who keep the stock hear of it once a day', async () => {
  const event = {
    id: newId(),
    name: 'inventory.low',
    aggregateType: 'stock',
    aggregateId: board,
    aggregateVersion: 1,
    payload: { productId: board, available: 3 },
    occurredAt: new Date(),
    actorId: null,
    correlationId: newId(),
    causationId: null,
    depth: 1,
  }
  for (let times = 0; times < 2; times++)
    await company.database.run(company.tenant(), (work) => stockAlertTeller.hear(work, event))
  const told = await company.sql(
    `select user_id, category, message from notifications where code = 'inventory.low' and data->>'productId' = $1`,
    [board],
  )
  expect(told).toEqual([{ user_id: company.owner.userId, category: 'STOCK', message: 'BOARD (BOARD): доступно 3' }])
})

test('twenty at once never sell more than there is', async () => {
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => post(move({ quantity: q(-1) }))))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(8)
  const [row] = await company.sql<{ quantity: string; moved: string }>(
    'select quantity, (select sum(quantity) from stock_movements m where m.product_id = i.product_id) as moved from inventory_items i where product_id = $1',
    [board],
  )
  expect(Number(row!.quantity)).toBe(0)
  expect(Number(row!.moved)).toBe(0)
})

test('a production order freezes the default bill, multiplied before it is divided', async () => {
  const { workspaceId, organizationId, sql } = company
  const wish = (sourceKey: string | null) => ({
    orderId: null,
    orderItemId: null,
    dealId: null,
    customerId: null,
    customerName: null,
    productId: table,
    productName: 'Стол',
    unit: 'шт',
    quantity: q(2),
    dueDate: '2026-05-05',
    priority: 'HIGH' as const,
    sourceKey,
    warehouseId,
  })
  const open = (...keys: Array<string | null>) =>
    company.database.run(company.tenant(), (work) => openProductionOrders(work, keys.map(wish)))
  expect((await open('k1'))[0]).toMatchObject({ bomMissing: true })
  const bom = newId()
  await sql(
    `insert into bills_of_materials (organization_id, workspace_id, id, product_id, name, unit, quantity, status, is_default, total_cost, labor_cost)
     values ($1, $2, $3, $4, 'Стол', 'шт', 3, 'ACTIVE', true, 3000000, 1500000)`,
    [organizationId, workspaceId, bom, table],
  )
  await sql(
    `insert into bom_components (organization_id, workspace_id, id, bom_id, component_id, sequence, quantity_per_unit, unit, scrap_factor)
     values ($1, $2, $3, $4, $5, 1, 3, 'шт', 0)`,
    [organizationId, workspaceId, newId(), bom, board],
  )
  const [second] = await open('k2')
  expect(second).toMatchObject({ bomMissing: false })
  const [again, third] = await open('k2', 'k3')
  expect([again!.id, third!.id].toSorted()).toContain(second!.id)
  const [material] = await sql(
    'select required_quantity, component_name from production_order_materials where production_order_id = $1',
    [second!.id],
  )
  expect(material).toEqual({ required_quantity: '2.000000', component_name: 'BOARD' })
  const [order] = await sql('select estimated_cost, labor_cost from production_orders where id = $1', [second!.id])
  expect(order).toEqual({ estimated_cost: 60000n, labor_cost: 30000n })
})

test('one requisition an order and supplier, and no line twice', async () => {
  const { workspaceId, organizationId, sql } = company
  const [order, item, other] = [newId(), newId(), newId()]
  // Only the keys of the lines matter here: the order itself belongs to another story.
  await sql(`set session_replication_role = replica;
    insert into order_items (organization_id, workspace_id, id, order_id, line_no, product_id, product_name, product_type, unit, quantity, unit_price, price_includes_vat, vat_rate)
    select '${organizationId}', '${workspaceId}', id, '${order}', line, '${board}', 'BOARD', 'MATERIAL', 'шт', 3, 0, true, 12
    from unnest(array['${item}', '${other}']::uuid[]) with ordinality as t(id, line);
    set session_replication_role = origin`)
  const ask = (...items: string[]) =>
    company.database.run(company.tenant(), (work) =>
      openRequisitions(work, {
        orderId: order,
        requiredBy: '2026-05-05',
        priority: 'NORMAL',
        lines: items.map((orderItemId) => ({
          orderItemId,
          allocationId: null,
          productId: board,
          unit: 'шт',
          quantity: q(3),
          supplierId: null,
          estimatedPrice: UnitPrice.parse('10.5'),
        })),
      }),
    )
  const first = await ask(item)
  expect(first.requisitions).toHaveLength(1)
  const second = await ask(item, other)
  expect(second.requisitions[0]!.id).toBe(first.requisitions[0]!.id)
  expect(second.lines.find((line) => line.orderItemId === item)).toEqual(first.lines[0])
  const [header] = await sql(
    'select estimated_cost, version, status from purchase_requisitions where source_key = $1',
    [`order:${order}:none`],
  )
  expect(header).toEqual({ estimated_cost: 6300n, version: 2, status: 'PENDING_APPROVAL' })
  expect(await sql(`select name from outbox_events where name = 'purchase.requisition.created'`)).toHaveLength(2)
  expect((await ask(item)).lines).toEqual(first.lines)
  expect(await sql(`select name from outbox_events where name = 'purchase.requisition.created'`)).toHaveLength(2)
})
