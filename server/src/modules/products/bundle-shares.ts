// A bundle on a document: what is in it, and what each part earns of its price. Whole numbers only; nothing gets lost on the way.

import { allocate } from '../../kernel/allocation.js'
import { wholeRate } from '../../kernel/amount.js'
import { Money } from '../../kernel/money.js'
import { Quantity } from '../../kernel/quantity.js'
import type { Rate } from '../../kernel/rate.js'
import { divideRoundingHalfAway } from '../../kernel/rounding.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import type { LineVat } from '../pricing/public.js'

export interface BundlePart extends LineVat {
  readonly productId: string
  readonly name: string
  readonly isBundle: boolean
  /** Bundles inside are worth their own price, or by COMPONENTS what they consist of. */
  readonly ownPrice: boolean
  readonly price: UnitPrice
  readonly vatIncluded: boolean
  readonly unitPrecision: number
  /** In one bundle. */
  readonly quantity: Quantity
  /** What the owner of the bundle gave it as its part of the price. */
  readonly priceShare: Rate | null
}

/** The parts that everybody gets, by the bundle they are in. Bundles inside have an entry of their own. */
export type BundleTrees = ReadonlyMap<string, readonly BundlePart[]>

export interface OpenedPart {
  readonly productId: string
  readonly quantity: Quantity
  readonly net: Money
  readonly tax: Money
}

// Quantities multiply at most four deep with six places each, so nothing is rounded before the end.
const finest = 10n ** 18n
const micro = 10n ** 6n

/**
 * The goods in a quantity of a bundle, bundles inside opened too and the same product counted once. A quantity is rounded up to what its
 * unit can be counted in: half a piece cannot be picked. Net and VAT are shared by the shares that the owner gave, when every part has
 * one, else by list value; the parts add up to the whole to the tiyn, level by level.
 */
export function openBundle(
  trees: BundleTrees,
  bundleId: string,
  whole: { quantity: Quantity; net: Money; tax: Money },
): OpenedPart[] {
  const goods = new Map<string, { part: BundlePart; exact: bigint; net: Money; tax: Money }>()
  const open = (id: string, exact: bigint, net: Money, tax: Money) => {
    const parts = trees.get(id) ?? []
    const weights = weightsOf(trees, parts)
    const nets = allocate(net.tiyn, weights)
    const taxes = allocate(tax.tiyn, weights)
    for (const [index, part] of parts.entries()) {
      const partial = (exact * part.quantity.micro) / micro
      const share = { net: Money.of(nets[index]!), tax: Money.of(taxes[index]!) }
      if (part.isBundle) {
        open(part.productId, partial, share.net, share.tax)
        continue
      }
      const known = goods.get(part.productId) ?? { part, exact: 0n, net: Money.zero, tax: Money.zero }
      goods.set(part.productId, {
        part,
        exact: known.exact + partial,
        net: known.net.plus(share.net),
        tax: known.tax.plus(share.tax),
      })
    }
  }
  if ((trees.get(bundleId) ?? []).length > 0) open(bundleId, whole.quantity.micro * finest, whole.net, whole.tax)
  return [...goods.values()].map(({ part, exact, net, tax }) => ({
    productId: part.productId,
    quantity: roundedUp(exact, part.unitPrecision),
    net,
    tax,
  }))
}

/** What one bundle costs when its price is that of its parts: their net prices, with the bundle's own VAT on top where it includes VAT. */
export function priceOfParts(
  trees: BundleTrees,
  bundleId: string,
  { vatIncluded, vatRate, vatExempt }: Pick<BundlePart, 'vatIncluded' | 'vatRate' | 'vatExempt'>,
): UnitPrice {
  const rate = vatIncluded && !vatExempt ? vatRate.units : 0n
  return UnitPrice.of(
    divideRoundingHalfAway(partsValue(trees, trees.get(bundleId) ?? []) * (wholeRate + rate), micro * wholeRate),
  )
}

function weightsOf(trees: BundleTrees, parts: readonly BundlePart[]): bigint[] {
  const shares = parts.map((part) => part.priceShare?.units)
  if (shares.every((share) => share !== undefined) && shares.some((share) => share > 0n)) return shares
  const values = parts.map((part) => valueOf(trees, part) * part.quantity.micro)
  return values.some((value) => value > 0n) ? values : parts.map((part) => part.quantity.micro)
}

/** The net list value of one unit of a part, in millionths of a price unit. */
function valueOf(trees: BundleTrees, part: BundlePart): bigint {
  if (part.isBundle && !part.ownPrice) return partsValue(trees, trees.get(part.productId) ?? [])
  const rate = part.vatIncluded && !part.vatExempt ? part.vatRate.units : 0n
  return divideRoundingHalfAway(part.price.units * micro * wholeRate, wholeRate + rate)
}

const partsValue = (trees: BundleTrees, parts: readonly BundlePart[]): bigint =>
  parts.reduce((sum, part) => sum + divideRoundingHalfAway(valueOf(trees, part) * part.quantity.micro, micro), 0n)

function roundedUp(exact: bigint, precision: number): Quantity {
  const step = finest * 10n ** BigInt(6 - precision)
  return Quantity.of((((exact + step - 1n) / step) * step) / finest)
}
