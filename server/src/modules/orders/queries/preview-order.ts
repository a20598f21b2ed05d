import type { CreateOrderBody } from '@prometric/contracts/orders'
import { Money } from '../../../kernel/money.js'
import { Quantity } from '../../../kernel/quantity.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { closedGates } from '../acceptance-gates.js'
import { priceOrder } from '../operations/price-order.js'

interface Credit {
  readonly creditPolicy: 'NONE' | 'WARN' | 'HOLD'
  readonly creditLimit: bigint
  readonly balance: bigint
  readonly openOrdersAmount: bigint
  readonly prepaymentPercent: string
  readonly paymentTerms: string
  readonly hasOverdueDebt: boolean
}

const shortSource = { MANUFACTURED: 'PRODUCE', PRODUCT: 'BUY', MATERIAL: 'BUY' } as const

/** What an order would come to, what is in stock of it, and which gates would hold it. Nothing is written. */
export async function previewOrder(work: UnitOfWork, body: CreateOrderBody) {
  const { lines, priced } = await priceOrder(work, body)
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
    isApproved: false,
    approvalThreshold: threshold === null ? null : Money.parse(threshold),
    creditPolicy: credit.creditPolicy,
    creditLimit: Money.of(credit.creditLimit),
    balance: Money.of(credit.balance),
    openOrdersAmount: Money.of(credit.openOrdersAmount),
    hasOverdueDebt: credit.hasOverdueDebt,
  })
  return {
    subtotal: priced.subtotal.toNumber(),
    taxAmount: priced.taxAmount.toNumber(),
    discountAmount: priced.discountAmount.toNumber(),
    shippingCost: priced.shippingCost.toNumber(),
    totalAmount: priced.totalAmount.toNumber(),
    lines: lines.map(({ productId, productType, quantity }) => {
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
    }),
    gates: gates.map(({ reason, details }) => ({ gate: reason, details })),
  }
}

const creditOf = sql`
  select c.credit_policy as "creditPolicy", c.credit_limit + case when c.temporary_credit_until >= $3::date then coalesce(c.temporary_credit_limit, 0) else 0 end as "creditLimit",
    c.balance, c.open_orders_amount as "openOrdersAmount", c.prepayment_percent as "prepaymentPercent", c.payment_terms as "paymentTerms",
    exists (select from app.invoices i where i.workspace_id = $1 and i.customer_id = c.id and i.type = 'STANDARD'
      and i.status in ('ISSUED', 'SENT', 'VIEWED', 'PARTIAL') and i.due_date < $3::date - $4::int) as "hasOverdueDebt"
  from app.customers c where c.workspace_id = $1 and c.id = $2 and c.deleted_at is null`

const availableOf = sql`
  select i.product_id as "productId", sum(i.available_quantity) as available from app.inventory_items i
  join app.warehouses w on w.workspace_id = i.workspace_id and w.id = i.warehouse_id and w.is_sellable
  where i.workspace_id = $1 and i.product_id = any($2::uuid[]) group by i.product_id`
