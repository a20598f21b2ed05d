import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Money } from '../../kernel/money.js'
import { Quantity } from '../../kernel/quantity.js'
import type { CancellableLine } from '../../modules/orders/queries/cancellable-order.js'
import type { ProductionForOrder } from '../../modules/production/queries/production-of-order.js'
import type { CancellationFacts } from './facts.js'
import { usualChoices } from './shown-plan.js'
import { planCancellation } from './plan.js'

const q = (units: number) => Quantity.parse(units)
const m = (tenge: number) => Money.parse(tenge)

/** A line of goods: how many were ordered, and how far each unit has come, from the order to the customer. */
interface Story {
  readonly bought: number
  readonly made: number
  readonly shelf: number
  readonly listed: number
  readonly picked: number
  readonly shipped: number
}

const story = fc.record({
  bought: fc.nat(5),
  made: fc.nat(5),
  shelf: fc.nat(5),
  listed: fc.nat(5),
  picked: fc.nat(5),
  shipped: fc.nat(5),
})
const orderedIn = (one: Story) => Object.values(one).reduce((a, b) => a + b, 0)

/** Facts as they would be read: each story is a line with everything that was done for it; invoiced in full, paid in part. */
function factsOf(stories: readonly Story[], paid: number, begun: boolean): CancellationFacts {
  const lines = stories.map((one, index): CancellableLine => {
    const total = m(orderedIn(one) * 100)
    return {
      id: `line-${index}`,
      lineNo: index + 1,
      parentItemId: null,
      productId: `product-${index}`,
      productName: `Товар ${index}`,
      productType: 'PRODUCT',
      quantity: q(orderedIn(one)),
      cancelled: Quantity.zero,
      reserved: q(one.shelf + one.listed + one.picked + one.shipped),
      picked: q(one.picked + one.shipped),
      shipped: q(one.shipped),
      delivered: Quantity.zero,
      made: q(one.made),
      bought: q(one.bought),
      work: Quantity.zero,
      priceIncludesVat: true,
      amounts: {
        gross: total,
        lineDiscount: Money.zero,
        documentDiscountShare: Money.zero,
        net: total,
        tax: Money.zero,
        total,
      },
      share: null,
    }
  })
  const total = Money.sum(lines.map((line) => line.amounts.total))
  const reservation = (id: string, index: number, left: number, consumed = 0) => ({
    id,
    kind: 'HARD' as const,
    orderItemId: `line-${index}`,
    productionOrderId: null,
    productId: `product-${index}`,
    productName: `Товар ${index}`,
    warehouseId: 'main',
    left: q(left),
    consumed: q(consumed),
  })
  const reservations = stories.flatMap((one, index) =>
    [
      reservation(`shelf-${index}`, index, one.shelf),
      reservation(`listed-${index}`, index, one.listed),
      reservation(`picked-${index}`, index, one.picked, one.shipped),
    ].filter(({ left }) => left.isPositive()),
  )
  const listLine = (id: string, index: number, quantity: number, done: boolean) => ({
    pickingId: done ? 'done-list' : 'open-list',
    number: done ? 'PK-2' : 'PK-1',
    status: done ? ('COMPLETED' as const) : ('DRAFT' as const),
    lineId: `${id}-line-${index}`,
    orderItemId: `line-${index}`,
    reservationId: `${id}-${index}`,
    quantity: q(quantity),
    picked: done ? q(quantity) : Quantity.zero,
  })
  const pickings = stories.flatMap((one, index) =>
    [listLine('listed', index, one.listed, false), listLine('picked', index, one.picked + one.shipped, true)].filter(
      ({ quantity }) => quantity.isPositive(),
    ),
  )
  const productions = stories.flatMap((one, index): ProductionForOrder[] =>
    one.made === 0
      ? []
      : [
          {
            id: `made-${index}`,
            number: `MO-${index}`,
            status: begun ? 'IN_PROGRESS' : 'PLANNED',
            orderItemId: `line-${index}`,
            productId: `product-${index}`,
            left: q(one.made),
            begun,
            stoppable: true,
            spent: Money.zero,
          },
        ],
  )
  const requisitions = stories.flatMap((one, index) =>
    one.bought === 0
      ? []
      : [
          {
            id: `bought-${index}`,
            requisitionId: 'requisition',
            number: 'PR-1',
            orderItemId: `line-${index}`,
            productName: `Товар ${index}`,
            left: q(one.bought),
            received: Quantity.zero,
            sent: false,
          },
        ],
  )
  const share = m(Math.min(paid, total.toNumber()))
  return {
    order: {
      id: 'order',
      orderNumber: 'SO-1',
      status: 'PROCESSING',
      isConfirmed: true,
      version: 1,
      type: 'SALES',
      customerId: 'customer',
      dealId: null,
      fulfillmentStatus: 'IN_PROGRESS',
      fulfillmentMethod: 'DELIVERY',
      priority: 'NORMAL',
      deliveryAddress: null,
      requestedDeliveryDate: null,
      paymentStatus: 'PARTIAL',
      totalAmount: total.tiyn,
      paidAmount: share.tiyn,
      marginAmount: null,
      shippedAt: null,
      shippingCost: Money.zero,
      shippingTax: Money.zero,
    },
    lines,
    reservations,
    pickings,
    productions,
    requisitions,
    deliveries: [{ id: 'delivery', number: 'DO-1' }],
    tasks: [],
    invoices: [
      {
        id: 'invoice',
        number: 'INV-1',
        type: 'STANDARD',
        status: 'ISSUED',
        standing: total,
        paid: share,
        shippingCost: Money.zero,
        shippingTax: Money.zero,
        lines: lines.map((line) => ({
          id: `invoice-${line.id}`,
          orderItemId: line.id,
          quantity: line.quantity,
          priceIncludesVat: true,
          amounts: line.amounts,
        })),
      },
    ],
    payments: share.isPositive()
      ? [
          {
            id: 'payment',
            number: 'PAY-1',
            method: 'CASH',
            orderId: 'order',
            free: Money.zero,
            shares: [{ allocationId: 'allocation', invoiceId: 'invoice', amount: share }],
          },
        ]
      : [],
    refundLimit: m(100_000),
  }
}

const cases = fc.record({
  stories: fc.array(story, { minLength: 1, maxLength: 5 }).filter((all) => all.every((one) => orderedIn(one) > 0)),
  paid: fc.nat(4_000),
  begun: fc.boolean(),
  wishes: fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }),
})

describe('any order, any part of it', () => {
  test('what a line loses is taken from its sources, nothing from the customer, and the money agrees', () => {
    fc.assert(
      fc.property(cases, ({ stories, paid, begun, wishes }) => {
        const facts = factsOf(stories, paid, begun)
        const items = stories.flatMap((one, index) => {
          const left = orderedIn(one) - one.shipped
          const quantity = Math.round((left * wishes[index]!) / 100)
          return quantity > 0 ? [{ itemId: `line-${index}`, quantity: q(quantity) }] : []
        })
        if (items.length === 0) return
        const plan = planCancellation(facts, { items, choices: usualChoices })
        const deeds = plan.effects.flatMap(({ deed }) => deed ?? [])
        for (const { itemId, quantity } of items) {
          const line = facts.lines.find((one) => one.id === itemId)!
          const cut = deeds.find((deed) => deed.does === 'cancel line' && deed.itemId === itemId)
          const released = Quantity.sum(
            deeds.flatMap((deed) =>
              deed.does === 'release' && deed.reservationId.endsWith(`-${line.lineNo - 1}`) ? [deed.quantity] : [],
            ),
          )
          if (cut?.does !== 'cancel line') throw new Error('the line is not cancelled')
          expect(String(cut.made.plus(cut.bought).plus(cut.work).plus(released))).toBe(String(quantity))
          const kept = line.reserved.minus(released)
          expect(kept.compare(line.shipped)).toBeGreaterThanOrEqual(0)
          expect(kept.compare(line.quantity.minus(quantity))).toBeLessThanOrEqual(0)
          // Goods that are picked are given up only when nothing else is left to give up.
          const unpicked = Quantity.sum(
            deeds.flatMap((deed) =>
              deed.does === 'unpick'
                ? deed.lines
                    .filter((one) => one.wasPicked && one.lineId === `picked-line-${line.lineNo - 1}`)
                    .map((one) => one.quantity)
                : [],
            ),
          )
          const cheaper = line.quantity.minus(line.picked)
          const dear = quantity.minus(cheaper)
          expect(String(unpicked)).toBe(String(dear.isPositive() ? dear : Quantity.zero))
        }
        const credited = plan.effects.flatMap(({ action, amount }) => (action === 'CREDIT' ? [amount!] : []))
        expect(String(Money.sum(credited))).toBe(String(plan.amount))
        const freed = Money.sum(
          deeds.flatMap((deed) => (deed.does === 'free money' ? deed.shares.map((one) => one.amount) : [])),
        )
        const owed = facts.invoices[0]!.standing.minus(plan.amount)
        const beyond = facts.invoices[0]!.paid.minus(owed)
        expect(String(freed)).toBe(String(beyond.isPositive() ? beyond : Money.zero))
        expect(plan.closes).toBe(
          stories.every((one, index) =>
            items.some((item) => item.itemId === `line-${index}` && item.quantity.equals(q(orderedIn(one)))),
          ),
        )
      }),
      { numRuns: 400 },
    )
  })

  test('the same facts give the same plan, and the plan changes nothing of them', () => {
    fc.assert(
      fc.property(cases, ({ stories, paid, begun }) => {
        if (stories.every((one) => one.shipped === orderedIn(one))) return
        const facts = factsOf(stories, paid, begun)
        const before = JSON.stringify(facts, bigints)
        const plan = () => JSON.stringify(planCancellation(facts, { choices: usualChoices }), bigints)
        expect(plan()).toBe(plan())
        expect(JSON.stringify(facts, bigints)).toBe(before)
      }),
    )
  })
})

test('what was handed over in full is refused', () => {
  const facts = factsOf([{ bought: 0, made: 0, shelf: 0, listed: 0, picked: 0, shipped: 3 }], 0, false)
  expect(() => planCancellation(facts, { choices: usualChoices })).toThrow(
    expect.objectContaining({ code: 'ALREADY_SHIPPED' }),
  )
})

const bigints = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
