import { releaseExpired } from '../orchestrators/reservation-expiry.js'
import { completeService } from '../orchestrators/service-completion.js'
import { deliverOrder } from '../orchestrators/delivery-completion.js'
import { shipOrder } from '../orchestrators/shipment-delivery.js'
import { completeProductionOrder } from '../modules/production/operations/complete-production-order.js'
import { createProductionOrder } from '../modules/production/operations/create-production-order.js'
import { moveProductionOrder } from '../modules/production/operations/move-production-order.js'
import { completePicking } from '../modules/warehouse/operations/complete-picking.js'
import { confirmReceipt } from '../modules/warehouse/operations/confirm-receipt.js'
import { createReceipt } from '../modules/warehouse/operations/create-receipt.js'
import { Refusal } from '../kernel/refusal.js'
import { type DaysWork, daysWork } from './days-work.js'
import type { SeededRandom } from './seeded-random.js'
import type { Shop } from './shop.js'

const carriers = ['Собственный транспорт', 'Жүк Экспресс', 'Казпочта', 'Транзит Азия'] as const

/**
 * One day of those who serve the orders: what was kept too long for a prepayment is free again, what stood ready yesterday leaves, what was won yesterday is picked, what was ordered arrives,
 * what can be made is made. `lastDays`: the history ends soon, so that only what is nearly done is finished.
 */
export async function serveOrders(
  shop: Shop,
  random: SeededRandom,
  { lastDays }: { lastDays: boolean },
): Promise<void> {
  await shop.act('storekeeper', releaseExpired)
  const work = await shop.act('storekeeper', daysWork)
  for (const { orderId, itemId } of work.services)
    await shop.act('manager', (unit) => completeService(unit, orderId, itemId, undefined))
  for (const order of work.toDeliver.filter(({ age }) => age >= random.between(1, 3)))
    await shop.act('storekeeper', (unit) => deliverOrder(unit, order.id, {}))
  for (const { id } of work.toShip) {
    const carrierName = random.pick(carriers)
    await shop.act('storekeeper', (unit) =>
      shipOrder(unit, id, { carrierName, trackingNumber: null, estimatedDelivery: null }),
    )
  }
  for (const { id } of lastDays ? work.pickings.slice(0, 2) : work.pickings)
    await shop.act('storekeeper', (unit) => completePicking(unit, id, {}))
  if (await receiveGoods(shop, work, { lastDays })) await shop.settle()
  if (await make(shop, work, random, { lastDays })) await shop.settle()
}

/** What was asked for and should have come by now, one receipt for each requisition; and once a supplier's goods run low, a batch of each. */
async function receiveGoods(
  shop: Shop,
  { requisitions, low }: DaysWork,
  { lastDays }: { lastDays: boolean },
): Promise<boolean> {
  const due = requisitions.filter(({ age, lines }) => lines && age >= 5)
  for (const { supplierId, lines } of due) {
    await shop.act('storekeeper', async (unit) => {
      const receipt = {
        warehouseId: shop.warehouseId,
        supplierId,
        lines: lines.map(({ id, productId, quantity }) => ({ requisitionLineId: id, productId, quantity })),
      }
      await confirmReceipt(unit, await createReceipt(unit, receipt))
    })
  }
  const bought = lastDays ? [] : low.filter((row) => row.supplierId !== null)
  for (const supplierId of new Set(bought.map((row) => row.supplierId!))) {
    const lines = bought
      .filter((row) => row.supplierId === supplierId)
      .map(({ productId, quantity, unitCost }) => ({ productId, quantity, unitCost }))
    await shop.act('storekeeper', async (unit) =>
      confirmReceipt(unit, await createReceipt(unit, { warehouseId: shop.warehouseId, supplierId, lines })),
    )
  }
  return due.length > 0 || bought.length > 0
}

/** Orders for the shelves are opened, what has its materials is made; near the end the workshop is only in the middle of it. */
async function make(
  shop: Shop,
  { productions, low }: DaysWork,
  random: SeededRandom,
  { lastDays }: { lastDays: boolean },
): Promise<boolean> {
  for (const { productId, quantity } of lastDays ? [] : low.filter((row) => row.productType === 'MANUFACTURED')) {
    await shop.act('foreman', (unit) => createProductionOrder(unit, { productId, quantity }))
  }
  if (lastDays) {
    for (const { id } of productions.filter((one) => one.enough && one.status === 'PLANNED' && one.age >= 1)) {
      if (random.percent(50)) await shop.act('foreman', (unit) => moveProductionOrder(unit, id, 'IN_PROGRESS'))
    }
    return false
  }
  const ready = productions.filter(({ enough, age }) => enough && age >= 3)
  for (const { id } of ready) await finish(shop, id)
  return ready.length > 0
}

/** The list was read in the morning: an earlier order may have taken the material since, then this one waits for tomorrow. */
async function finish(shop: Shop, productionOrderId: string): Promise<void> {
  try {
    await shop.act('foreman', (unit) => completeProductionOrder(unit, productionOrderId, {}))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'MATERIALS_SHORT') throw error
  }
}
