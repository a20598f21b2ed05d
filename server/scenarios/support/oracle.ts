// What a win must make, written from the rules alone: it shares no code with the program that it judges.

import { oracleAmounts, type OracleAmounts, type OracleDiscount, type OracleLine, total } from './oracle-prices.js'

export type OracleType = 'PRODUCT' | 'MATERIAL' | 'SERVICE' | 'DIGITAL' | 'BUNDLE' | 'MANUFACTURED'

export interface OracleProduct {
  readonly key: string
  readonly type: OracleType
  /** What lies in the only warehouse, free, when the deal is won. */
  readonly stock: bigint
  readonly supplier: string | null
  /** Decimals of its unit. */
  readonly precision: number
  readonly parts: ReadonlyArray<{ product: string; quantity: bigint }>
  readonly bom: OracleBom | null
}

export interface OracleBom {
  readonly output: bigint
  /** Percent of the output that is lost. */
  readonly scrap: bigint
  readonly components: ReadonlyArray<{ product: string; per: bigint; scrap: bigint }>
}

export interface OracleDeal {
  readonly products: ReadonlyMap<string, OracleProduct>
  readonly lines: readonly OracleLine[]
  readonly discount: OracleDiscount | undefined
  readonly terms: string
  readonly hasAddress: boolean
  readonly customer: {
    readonly creditPolicy: 'NONE' | 'WARN' | 'HOLD'
    readonly creditLimit: bigint
    readonly balance: bigint
    readonly prepaymentPercent: bigint
  }
}

/** Everything that may be compared, as plain text and numbers without ids. */
export interface Outcome {
  readonly order: Record<string, string>
  readonly lines: ReadonlyArray<Record<string, string | string[]>>
  readonly holds: readonly string[]
  readonly invoice: string | null
  readonly invoiceLines: readonly string[]
  readonly pickings: readonly string[][]
  readonly productions: readonly string[]
  readonly requisitions: ReadonlyArray<{ supplier: string; lines: string[] }>
  readonly deliveries: number
  readonly tasks: readonly string[]
  readonly customer: string
  readonly balance: string
  readonly ledger: string
  readonly reserved: readonly string[]
}

interface Leaf {
  readonly name: string
  readonly product: OracleProduct
  readonly quantity: bigint
}

interface Supplied extends Leaf {
  readonly inStock: bigint
  readonly short: bigint
}

/** Predicts a win. */
export function predict(deal: OracleDeal): Outcome {
  const amounts = oracleAmounts(deal.lines, deal.discount)
  const worth = total(amounts.map((line) => line.total))
  const holds = holdsOf(deal, worth)
  const held = holds.length > 0
  const { parents, leaves } = linesOf(deal)
  const supplied = held ? leaves.map((leaf) => ({ ...leaf, inStock: 0n, short: 0n })) : serve(leaves)
  const digitalGoes = deal.terms !== 'PREPAYMENT' || worth === 0n
  const delivered = (line: Leaf) => !held && line.product.type === 'DIGITAL' && digitalGoes
  const lineText = (line: Supplied) => ({
    ...amountsText(amounts[Number(line.name.split('/')[0]) - 1], line.name),
    name: line.name,
    product: line.product.key,
    quantity: String(line.quantity),
    status: held ? 'PENDING' : lineStatus(line, delivered(line)),
    allocations: held ? [] : allocations(line, delivered(line)),
  })
  const picked = supplied.filter((line) => line.inStock > 0n)
  const made = supplied.filter((line) => line.product.type === 'MANUFACTURED' && line.short > 0n)
  const bought = supplied.filter((line) => isBought(line.product.type) && line.short > 0n)
  const stocked = !held && leaves.some((line) => isStocked(line.product.type))
  const invoiced = holds.includes('AWAITING_PREPAYMENT') ? 'PROFORMA' : held ? null : 'STANDARD'
  const balance = deal.customer.balance + (invoiced === 'STANDARD' ? worth : 0n)
  return {
    order: {
      type: deal.lines.every((line) => deal.products.get(line.product)!.type === 'SERVICE') ? 'SERVICE' : 'SALES',
      ...standing(leaves, held, delivered),
      gross: String(total(amounts.map((line) => line.gross))),
      discount: String(total(amounts.map((line) => line.lineDiscount + line.share))),
      subtotal: String(total(amounts.map((line) => line.net))),
      tax: String(total(amounts.map((line) => line.tax))),
      total: String(worth),
    },
    lines: [
      ...supplied.map(lineText),
      ...parents.map((line) => ({
        ...amountsText(amounts[Number(line.name) - 1], line.name),
        name: line.name,
        product: line.product.key,
        quantity: String(line.quantity),
        // A bundle goes nowhere by itself: it is there when all its parts are.
        status: leaves.filter((part) => part.name.startsWith(`${line.name}/`)).every(delivered)
          ? 'DELIVERED'
          : 'PENDING',
        allocations: [],
      })),
    ].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    holds,
    invoice: invoiced && `${invoiced} ISSUED ${worth}`,
    invoiceLines: invoiced ? amounts.map((line, i) => `${i + 1} ${line.net} ${line.tax} ${line.total}`).toSorted() : [],
    pickings:
      picked.length > 0 ? [picked.map((line) => `${line.name} ${line.product.key} ${line.inStock}`).toSorted()] : [],
    productions: made.map((line) => productionText(deal, line)).toSorted(),
    requisitions: [...new Set(bought.map((line) => line.product.supplier ?? ''))].toSorted().map((supplier) => ({
      supplier,
      lines: bought
        .filter((line) => (line.product.supplier ?? '') === supplier)
        .map((line) => `${line.name} ${line.product.key} ${line.short}`)
        .toSorted(),
    })),
    deliveries: stocked ? 1 : 0,
    tasks: held
      ? []
      : [
          ...leaves.filter((line) => line.product.type === 'SERVICE').map(() => 'SERVICE_DELIVERY'),
          ...made.filter((line) => !line.product.bom).map(() => 'DATA_FIX'),
          ...(stocked && !deal.hasAddress ? ['DATA_FIX'] : []),
        ].toSorted(),
    customer: 'ACTIVE',
    balance: String(balance),
    ledger: String(invoiced === 'STANDARD' ? worth : 0n),
    // What a prepaid order waits for is kept for it, and counted as nobody else's.
    reserved: byProduct(
      holds.includes('AWAITING_PREPAYMENT') ? serve(leaves).filter((line) => line.inStock > 0n) : picked,
    ),
  }
}

function holdsOf({ terms, customer }: OracleDeal, worth: bigint): string[] {
  if (terms === 'PREPAYMENT') return worth * customer.prepaymentPercent > 0n ? ['AWAITING_PREPAYMENT'] : []
  if (terms === 'IMMEDIATE' || customer.creditPolicy !== 'HOLD') return []
  return customer.balance + worth > customer.creditLimit ? ['CREDIT_LIMIT'] : []
}

/** Lines as they are told: `3` is the third, `3/KEY` a part of the bundle on the third. The same part of one bundle is one line. */
function linesOf(deal: OracleDeal): { parents: Leaf[]; leaves: Leaf[] } {
  const lines = deal.lines.map((line, i) => ({
    name: String(i + 1).padStart(2, '0'),
    product: deal.products.get(line.product)!,
    quantity: line.quantity,
  }))
  const parents = lines.filter((line) => line.product.type === 'BUNDLE')
  const parts = parents.flatMap((line) => {
    const found = new Map<string, Leaf>()
    const open = (product: OracleProduct, quantity: bigint): void => {
      for (const part of product.parts) {
        const component = deal.products.get(part.product)!
        const wanted = (quantity * part.quantity) / 1_000_000n
        if (component.type === 'BUNDLE') open(component, wanted)
        else {
          const before = found.get(component.key)?.quantity ?? 0n
          found.set(component.key, {
            name: `${line.name}/${component.key}`,
            product: component,
            quantity: before + wanted,
          })
        }
      }
    }
    open(line.product, line.quantity)
    return [...found.values()]
  })
  return { parents, leaves: [...lines.filter((line) => line.product.type !== 'BUNDLE'), ...parts] }
}

/** Stock serves the lines in their order, parts of bundles after the lines themselves. */
function serve(leaves: readonly Leaf[]): Supplied[] {
  const left = new Map<string, bigint>()
  return leaves.map((leaf) => {
    if (!isStocked(leaf.product.type)) return { ...leaf, inStock: 0n, short: 0n }
    const free = left.get(leaf.product.key) ?? leaf.product.stock
    const inStock = free < leaf.quantity ? free : leaf.quantity
    left.set(leaf.product.key, free - inStock)
    return { ...leaf, inStock, short: leaf.quantity - inStock }
  })
}

function standing(leaves: readonly Leaf[], held: boolean, delivered: (line: Leaf) => boolean) {
  if (held) return { status: 'ON_HOLD', fulfillment: 'PENDING' }
  if (leaves.every(delivered)) return { status: 'DELIVERED', fulfillment: 'FULFILLED' }
  return { status: 'PROCESSING', fulfillment: leaves.some(delivered) ? 'PARTIALLY' : 'IN_PROGRESS' }
}

function lineStatus(line: Supplied, delivered: boolean): string {
  if (delivered) return 'DELIVERED'
  if (line.short === 0n) return 'ALLOCATED'
  if (line.inStock > 0n) return 'PARTIALLY_ALLOCATED'
  return line.product.type === 'MANUFACTURED' ? 'IN_PRODUCTION' : 'ON_PURCHASE'
}

function allocations(line: Supplied, delivered: boolean): string[] {
  if (!isStocked(line.product.type)) return [`NONE ${line.quantity} ${delivered ? 'DONE' : 'OPEN'}`]
  return [
    ...(line.short > 0n
      ? [`${line.product.type === 'MANUFACTURED' ? 'PRODUCTION' : 'PURCHASE'} ${line.short} OPEN`]
      : []),
    ...(line.inStock > 0n ? [`STOCK ${line.inStock} RESERVED`] : []),
  ].toSorted()
}

function productionText(deal: OracleDeal, line: Supplied): string {
  const { bom, precision, key } = line.product
  if (!bom) return `${line.name} ${key} ${line.short} start ${line.short} no bom`
  const start = bom.scrap === 0n ? line.short : ceiling(line.short * 1_000_000n, 1_000_000n - bom.scrap, precision)
  const materials = bom.components.map(({ product, per, scrap }) => {
    const needed = ceiling(
      start * per * (1_000_000n + scrap),
      bom.output * 1_000_000n,
      deal.products.get(product)!.precision,
    )
    return `${product} ${needed}`
  })
  return `${line.name} ${key} ${line.short} start ${start} ${materials.toSorted().join(', ')}`
}

/** A quotient in millionths, up to what the unit can be counted in. */
function ceiling(numerator: bigint, denominator: bigint, precision: number): bigint {
  const step = 10n ** BigInt(6 - precision)
  return ((numerator + denominator * step - 1n) / (denominator * step)) * step
}

function byProduct(picked: readonly Supplied[]): string[] {
  const sums = new Map<string, bigint>()
  for (const line of picked) sums.set(line.product.key, (sums.get(line.product.key) ?? 0n) + line.inStock)
  return [...sums].map(([key, quantity]) => `${key} ${quantity}`).toSorted()
}

function amountsText(line: OracleAmounts | undefined, name: string): Record<string, string> {
  const zero = { gross: 0n, lineDiscount: 0n, share: 0n, net: 0n, tax: 0n, total: 0n }
  const { gross, lineDiscount, share, net, tax, total: whole } = name.includes('/') ? zero : line!
  return { amounts: [gross, lineDiscount, share, net, tax, whole].join(' ') }
}

const isStocked = (type: OracleType) => type === 'PRODUCT' || type === 'MATERIAL' || type === 'MANUFACTURED'
const isBought = (type: OracleType) => type === 'PRODUCT' || type === 'MATERIAL'
