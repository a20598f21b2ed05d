import { holdSentence } from '@prometric/contracts/hold-labels'
import type { CreateOrderBody } from '@prometric/contracts/orders'
import { Money } from '../../../kernel/money.js'
import { Quantity } from '../../../kernel/quantity.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { vatDifferences, vatWarnings } from '../../pricing/public.js'
import { type StoredPolicy, storedPolicySql } from '../../approvals/public.js'
import { closedGates, type OverdueDebt } from '../acceptance-gates.js'
import { type PricedOrderLine, priceOrder } from '../operations/price-order.js'
import { concessionOf } from '../order-concession.js'
import type { OrderLine } from '../order-line.js'
import { overdueDebt } from '../overdue-debt.js'
import { detailsFor } from './hold-explanation.js'

interface Credit {
  readonly creditPolicy: 'NONE' | 'WARN' | 'HOLD'
  readonly creditLimit: bigint
  readonly balance: bigint
  readonly openOrdersAmount: bigint
  readonly prepaymentPercent: string
  readonly paymentTerms: string
  readonly overdueDebt: OverdueDebt | null
  readonly policy: StoredPolicy | null
}

const shortSource = { MANUFACTURED: 'PRODUCE', PRODUCT: 'BUY', MATERIAL: 'BUY' } as const

/** What an order would come to, what is in stock of it, and which gates would hold it. Nothing is written. */
export async function previewOrder(work: UnitOfWork, body: CreateOrderBody) {
  const { lines, priced, regime } = await priceOrder(work, body)
  const credit = await work.row<Credit>(creditOf, [
    work.workspaceId,
    body.customerId,
    work.today,
    await work.setting<number>('finance.overdueHoldDays'),
  ])
  if (!credit) throw new Refusal('NOT_FOUND', {}, 'customerId')
  const threshold = await work.setting<number | null>('orders.approvalThreshold')
  const stock = await work.rows<{ productId: string; available: string }>(availableOf, [
    work.workspaceId,
    lines.map((line) => line.productId),
  ])
  const left = new Map(stock.map((row) => [row.productId, Quantity.parse(row.available)]))
  const gates = closedGates({
    totalAmount: priced.totalAmount,
    paidAmount: Money.zero,
    paymentTerms: body.paymentTerms ?? credit.paymentTerms,
    prepaymentPercent: Number(credit.prepaymentPercent),
    requiresApproval: body.requiresApproval ?? false,
    approvalThreshold: threshold === null ? null : Money.parse(threshold),
    creditPolicy: credit.creditPolicy,
    creditLimit: Money.of(credit.creditLimit),
    balance: Money.of(credit.balance),
    openOrdersAmount: Money.of(credit.openOrdersAmount),
    overdueDebt: credit.overdueDebt,
    concession: concessionOf(
      { gross: priced.grossAmount.tiyn, discount: priced.discountAmount.tiyn, belowMinimum: farthestBelow(lines) },
      credit.policy,
      work.actor,
    ),
    allowed: {},
  })
  const supplied = lines.map((line) => supplyOf(line, left))
  const strict = (await work.setting<string>('orders.stockPolicy')) === 'STRICT'
  const missing = supplied.filter((line) => line.short > 0)
  return {
    subtotal: priced.subtotal.toNumber(),
    taxAmount: priced.taxAmount.toNumber(),
    discountAmount: priced.discountAmount.toNumber(),
    shippingCost: priced.shippingCost.toNumber(),
    totalAmount: priced.totalAmount.toNumber(),
    lines: supplied.map((line, i) => ({
      ...line,
      unitPrice: lines[i]!.unitPrice.toNumber(),
      vatRate: lines[i]!.vatRate.toNumber(),
      vatExempt: lines[i]!.vatExempt,
      totalPrice: priced.lines[i]!.total.toNumber(),
    })),
    warnings: vatWarnings(work.actor.language, vatDifferences(regime, lines, priced.lines)),
    gates: [
      ...gates.map(({ reason, details }) => ({ gate: reason, details })),
      ...(strict && missing.length > 0 ? [{ gate: 'STOCK' as const, details: { lines: missing } }] : []),
    ].map((one) => ({
      ...one,
      sentence: holdSentence(
        work.actor.language,
        one.gate,
        one.gate === 'STOCK' ? { lines: shortages(lines, supplied) } : detailsFor(work, one.gate, one.details),
      ),
    })),
  }
}

const shortages = (
  lines: readonly OrderLine[],
  supplied: ReadonlyArray<{ short: number; requested: number; available: number }>,
) =>
  supplied.flatMap(({ short, requested, available }, i) =>
    short > 0 ? [{ product: lines[i]!.productName, required: requested, available }] : [],
  )

/** The line that is farthest below the least price of its product. */
function farthestBelow(lines: readonly PricedOrderLine[]) {
  const below = lines.flatMap(({ productName, unitPrice, minPrice }) =>
    minPrice && unitPrice.compare(minPrice) < 0
      ? [{ product: productName, price: unitPrice.toNumber(), minimum: minPrice.toNumber() }]
      : [],
  )
  return below.toSorted((a, b) => a.price / a.minimum - b.price / b.minimum)[0] ?? null
}

/** What of a line is in stock after the lines before it took theirs, and where the rest would come from. */
function supplyOf({ productId, productType, quantity }: OrderLine, left: Map<string, Quantity>) {
  const source = shortSource[productType as keyof typeof shortSource]
  if (!source) return { productId, requested: quantity.toNumber(), available: 0, short: 0, source: 'NONE' as const }
  const inStock = left.get(productId) ?? Quantity.zero
  const available = inStock.compare(quantity) < 0 ? inStock : quantity
  left.set(productId, inStock.minus(available))
  const short = quantity.minus(available)
  return {
    productId,
    requested: quantity.toNumber(),
    available: available.toNumber(),
    short: short.toNumber(),
    source: short.isPositive() ? source : ('STOCK' as const),
  }
}

const creditOf = sql`
  select c.credit_policy as "creditPolicy", greatest(c.credit_limit, case when c.temporary_credit_until >= $3::date then c.temporary_credit_limit end) as "creditLimit",
    c.balance, c.open_orders_amount as "openOrdersAmount", c.prepayment_percent as "prepaymentPercent", c.payment_terms as "paymentTerms",
    (${overdueDebt}) as "overdueDebt",
    ${storedPolicySql('DISCOUNT')} as policy
  from app.customers c where c.workspace_id = $1 and c.id = $2 and c.deleted_at is null`

const availableOf = sql`
  select i.product_id as "productId", sum(i.available_quantity) as available from app.inventory_items i
  join app.warehouses w on w.workspace_id = i.workspace_id and w.id = i.warehouse_id and w.is_sellable and w.is_active and w.deleted_at is null
  where i.workspace_id = $1 and i.product_id = any($2::uuid[]) group by i.product_id`
