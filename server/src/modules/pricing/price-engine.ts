// One arithmetic for deals, orders and invoices. Rounding happens at the line, once a figure; totals only add.

import { allocate } from '../../kernel/allocation.js'
import { amountOf, discountedAmountOf, percentOf } from '../../kernel/amount.js'
import { Money } from '../../kernel/money.js'
import type { Quantity } from '../../kernel/quantity.js'
import { Rate } from '../../kernel/rate.js'
import { invalid } from '../../kernel/refusal.js'
import type { UnitPrice } from '../../kernel/unit-price.js'
import { amountOff, percentageOff, type Discount, type DiscountType } from './discount.js'
import { vatSplit } from './vat.js'
import { summariseVat, type VatSummaryRow } from './vat-summary.js'

export interface LineToPrice {
  quantity: Quantity
  unitPrice: UnitPrice
  priceIncludesVat: boolean
  /** Scale 4, percent or tenge by its type. */
  discount: bigint
  discountType: DiscountType
  vatRate: Rate
  vatExempt: boolean
}

export interface DocumentToPrice {
  lines: readonly LineToPrice[]
  /** On the sum of the lines, never on shipping. */
  discount?: Discount | undefined
  /** Without VAT. */
  shippingCost?: Money | undefined
  shippingVatRate?: Rate | undefined
  /** How the sender calls the lines; a refusal points there. */
  linesField?: string | undefined
}

export interface PricedLine {
  gross: Money
  lineDiscount: Money
  documentDiscountShare: Money
  net: Money
  tax: Money
  total: Money
}

export interface PricedDocument {
  lines: PricedLine[]
  grossAmount: Money
  /** Without VAT and shipping. */
  subtotal: Money
  discountAmount: Money
  taxAmount: Money
  shippingCost: Money
  shippingTax: Money
  totalAmount: Money
  /** Shipping included, so that the rows add up to taxAmount. */
  vatSummary: VatSummaryRow[]
}

/** Prices a whole document. Refuses a discount greater than what it is taken from. */
export function priceDocument({ linesField = 'lines', ...document }: DocumentToPrice): PricedDocument {
  const bases = document.lines.map((line, index) => baseOf(line, `${linesField}[${index}]`))
  const shares = documentDiscountShares(bases, document.discount)
  const lines = document.lines.map((line, index) => priceLine(line, bases[index] ?? Money.zero, shares[index]))
  return addUp(document, lines)
}

function baseOf(line: LineToPrice, field: string): Money {
  if (line.quantity.isNegative()) throw invalid(`${field}.quantity`, 'NOT_NEGATIVE')
  if (line.unitPrice.isNegative()) throw invalid(`${field}.unitPrice`, 'NOT_NEGATIVE')
  const discount = { value: line.discount, type: line.discountType }
  if (discount.type === 'PERCENTAGE') {
    return discountedAmountOf(line.quantity, line.unitPrice, percentageOff(discount, `${field}.discount`))
  }
  const gross = amountOf(line.quantity, line.unitPrice)
  return gross.minus(amountOff(discount, gross, `${field}.discount`))
}

function documentDiscountShares(bases: readonly Money[], discount?: Discount): Money[] {
  if (!discount || discount.value === 0n) return bases.map(() => Money.zero)
  const sum = Money.sum(bases)
  const amount =
    discount.type === 'PERCENTAGE'
      ? percentOf(sum, percentageOff(discount, 'discount'))
      : amountOff(discount, sum, 'discount')
  const weights = bases.map((base) => base.tiyn)
  return allocate(amount.tiyn, weights).map((tiyn) => Money.of(tiyn))
}

function priceLine(line: LineToPrice, base: Money, share: Money = Money.zero): PricedLine {
  const gross = amountOf(line.quantity, line.unitPrice)
  const split = vatSplit(base.minus(share), rateOf(line), line.priceIncludesVat)
  return {
    gross,
    lineDiscount: gross.minus(base),
    documentDiscountShare: share,
    net: split.net,
    tax: split.vat,
    total: split.gross,
  }
}

function addUp(document: DocumentToPrice, lines: PricedLine[]): PricedDocument {
  const { shippingCost = Money.zero, shippingVatRate = Rate.zero } = document
  const shippingTax = percentOf(shippingCost, shippingVatRate)
  const subtotal = Money.sum(lines.map((line) => line.net))
  const taxAmount = Money.sum(lines.map((line) => line.tax)).plus(shippingTax)
  const turnovers = lines.map(({ net, tax }, index) => ({ rate: rateOf(document.lines[index]), net, tax }))
  const shipping = { rate: shippingVatRate, net: shippingCost, tax: shippingTax }
  return {
    lines,
    grossAmount: Money.sum(lines.map((line) => line.gross)),
    subtotal,
    discountAmount: Money.sum(lines.map((line) => line.lineDiscount.plus(line.documentDiscountShare))),
    taxAmount,
    shippingCost,
    shippingTax,
    totalAmount: subtotal.plus(taxAmount).plus(shippingCost),
    vatSummary: summariseVat(shippingCost.isZero() ? turnovers : [...turnovers, shipping]),
  }
}

function rateOf(line: LineToPrice | undefined): Rate | null {
  return line === undefined || line.vatExempt ? null : line.vatRate
}
