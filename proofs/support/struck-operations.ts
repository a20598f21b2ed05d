import { castOf, ok } from '../../server/scenarios/support/cast.js'
import type { Client } from '../../server/scenarios/support/client.js'
import type { Company } from '../../server/scenarios/support/company.js'
import { someBin } from '../../server/scenarios/support/bin.js'
import { ownerAt, patient } from './owner-at.js'

/** A request that waits to be made, and the deal whose documents it changes. */
export interface Prepared {
  readonly dealId: string
  readonly path: string
  readonly body: Record<string, unknown>
}

/** A write that is struck, and how to come to the moment before it. */
export interface Operation {
  readonly name: string
  prepare(): Promise<Prepared>
}

/** Every subject is alike to the last digit, so that what became of one can be held against another. */
export async function struckOperations(company: Company): Promise<{
  readonly operations: readonly Operation[]
  readonly deal: () => Promise<string>
  readonly owner: Client
}> {
  const owner = patient(ownerAt(company))
  const cast = castOf({ ...company, owner })
  const goods = await cast.product('PRODUCT', 'Стеллаж')
  const made = await cast.product('MANUFACTURED', 'Стол')
  const steel = await cast.product('MATERIAL', 'Труба', { sellable: true })
  const bought = await cast.product('PRODUCT', 'Кресло')
  const service = await cast.product('SERVICE', 'Монтаж')
  await cast.bom(made.id, [{ componentId: steel.id, quantityPerUnit: 3 }])
  await cast.stock(goods.id, 1_000_000)
  // What a thing costs is known when its bill of materials was heard of.
  await company.settle()
  const deal = async () => {
    const customer = await cast.customer({ bin: someBin(), phone: '+77010000000' })
    const lines = [
      [goods.id, 10],
      [made.id, 4],
      [steel.id, 7],
      [bought.id, 5],
      [service.id, 1],
    ] as const
    return (await cast.deal(customer.id, lines)).id
  }
  const won = async () => {
    const dealId = await deal()
    const { order, pickingOrderIds } = ok(await owner.post(`/deals/${dealId}/win`, {})).data
    return { dealId, orderId: order.id as string, picking: pickingOrderIds[0] as string }
  }
  const pickings = '/operations/warehouse/picking-orders'
  const operations: readonly Operation[] = [
    {
      name: 'win',
      prepare: async () => {
        const dealId = await deal()
        return { dealId, path: `/deals/${dealId}/win`, body: {} }
      },
    },
    {
      name: 'pick',
      prepare: async () => {
        const { dealId, picking } = await won()
        return { dealId, path: `${pickings}/${picking}/complete`, body: {} }
      },
    },
    {
      name: 'ship',
      prepare: async () => {
        const { dealId, orderId, picking } = await won()
        ok(await owner.post(`${pickings}/${picking}/complete`, {}))
        return { dealId, path: `/orders/${orderId}/ship`, body: {} }
      },
    },
    {
      name: 'pay',
      prepare: async () => {
        const { dealId, orderId } = await won()
        return { dealId, path: '/finance/payments', body: { method: 'TRANSFER', amount: 1000, orderId } }
      },
    },
    {
      name: 'cancel',
      prepare: async () => {
        const { dealId, orderId } = await won()
        ok(await owner.post(`/orders/${orderId}/payments`, { method: 'CASH', amount: 500 }))
        return { dealId, path: `/orders/${orderId}/cancel`, body: { reason: 'Клиент передумал' } }
      },
    },
  ]
  return { operations, deal, owner }
}
