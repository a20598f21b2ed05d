import type { CompleteProductionBody } from '@prometric/contracts/production'
import { amountOf } from '../../../kernel/amount.js'
import { Money } from '../../../kernel/money.js'
import { Quantity } from '../../../kernel/quantity.js'
import { Refusal } from '../../../kernel/refusal.js'
import { divideRoundingHalfAway } from '../../../kernel/rounding.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { lockStock, postMovements } from '../../inventory/public.js'
import { walkTo } from '../production-order.lifecycle.js'
import { closeOrder, issueMaterials, readMaterials, readProductCost } from '../production-statements.js'
import { type LockedProductionOrder, lockProductionOrder } from './lock-production-order.js'

interface Material {
  readonly id: string
  readonly componentId: string
  readonly name: string
  readonly unit: string
  readonly required: string
  readonly available: string
}

/** The whole order is made: its materials leave the stock, the goods enter it at what they came to. */
export async function completeProductionOrder(
  work: UnitOfWork,
  id: string,
  { goodQuantity }: CompleteProductionBody,
): Promise<void> {
  const order = await lockProductionOrder(work, id)
  walkTo(order.status, 'COMPLETED')
  if (order.qcRequired) throw new Refusal('QC_PENDING')
  const quantity = Quantity.parse(order.quantity)
  if (goodQuantity !== undefined && !Quantity.parse(goodQuantity).equals(quantity)) {
    throw new Refusal('QUANTITY_RULE', { minimum: quantity.toString(), multiple: quantity.toString() }, 'goodQuantity')
  }
  const materials = await lockedMaterials(work, order)
  const materialCost = await issue(work, order, materials)
  const whole = materialCost.plus(Money.of(order.laborCost ?? 0n)).plus(Money.of(order.overheadCost ?? 0n))
  const actualCost = order.bomId ? whole : amountOf(quantity, await productCost(work, order.productId))
  const unitCost = UnitPrice.of(divideRoundingHalfAway(actualCost.tiyn * 100_000_000n, quantity.micro))
  const { productId, targetWarehouseId: warehouseId, salesOrderId, orderItemId } = order
  await postMovements(work, [
    {
      type: 'PRODUCTION_IN',
      warehouseId,
      productId,
      quantity,
      unitCost,
      referenceType: 'PRODUCTION_ORDER',
      referenceId: id,
      idempotencyKey: `production_in:${id}`,
    },
  ])
  await work.rows(closeOrder, [work.workspaceId, id, work.now, materialCost.tiyn, actualCost.tiyn, work.actor.userId])
  const about = { aggregateType: 'production_order', aggregateId: id, aggregateVersion: order.version + 1 }
  const origin = { productionOrderId: id, number: order.orderNumber, salesOrderId, orderItemId }
  work.announce({
    ...about,
    name: 'production.completed',
    payload: { ...origin, productId, quantity: quantity.toNumber(), unitCost: unitCost.toNumber(), warehouseId },
  })
  work.announce({
    ...about,
    name: 'production.order.completed',
    payload: { ...origin, completedQuantity: quantity.toNumber() },
  })
}

/** Locks every balance that will move, in the house's order, before it looks whether the materials suffice. */
async function lockedMaterials(work: UnitOfWork, order: LockedProductionOrder): Promise<Material[]> {
  const read = () => work.rows<Material>(readMaterials, [work.workspaceId, order.id, order.materialWarehouseId])
  const parts = (await read()).map((material) => ({
    warehouseId: order.materialWarehouseId,
    productId: material.componentId,
    comesIn: false,
  }))
  await lockStock(work, [...parts, { warehouseId: order.targetWarehouseId, productId: order.productId, comesIn: true }])
  const materials = await read()
  const missing = materials.flatMap(({ componentId, name, unit, required, available }) => {
    const short = Quantity.parse(required).minus(Quantity.parse(available))
    return short.isPositive()
      ? [
          {
            productId: componentId,
            name,
            unit,
            required: Number(required),
            available: Number(available),
            short: short.toNumber(),
          },
        ]
      : []
  })
  if (missing.length > 0)
    throw new Refusal('MATERIALS_SHORT', {
      materials: missing.map((part) => `${part.name} (${part.short} ${part.unit})`).join(', '),
      missing,
    })
  return materials
}

async function issue(work: UnitOfWork, order: LockedProductionOrder, materials: readonly Material[]): Promise<Money> {
  if (materials.length === 0) return Money.zero
  const moved = await postMovements(
    work,
    materials.map((material) => ({
      type: 'PRODUCTION_OUT' as const,
      warehouseId: order.materialWarehouseId,
      productId: material.componentId,
      quantity: Quantity.parse(material.required).negated(),
      referenceType: 'PRODUCTION_ORDER' as const,
      referenceId: order.id,
      referenceLineId: material.id,
      idempotencyKey: `production_out:${material.id}`,
    })),
  )
  await work.rows(issueMaterials, [
    work.workspaceId,
    materials.map((material) => material.id),
    moved.map((one) => one.unitCost.units),
  ])
  return Money.sum(moved.map((one) => one.totalCost.negated()))
}

async function productCost(work: UnitOfWork, productId: string): Promise<UnitPrice> {
  return UnitPrice.of((await work.row<{ cost: bigint }>(readProductCost, [work.workspaceId, productId]))!.cost)
}
