import type { CancellationAction } from '@prometric/contracts/cancellation'
import type { CancellationNote } from '@prometric/contracts/cancellation-words'
import type { PaymentMethod } from '@prometric/contracts/payments'
import type { Money } from '../../kernel/money.js'
import type { Quantity } from '../../kernel/quantity.js'
import type { PricedLine } from '../../modules/pricing/public.js'

/** What a part of a bundle earns. */
export interface PartShare {
  readonly itemId: string
  readonly net: Money
  readonly tax: Money
}

/** What has to be done for an effect to come true. The module that owns the document does it. */
export type Deed =
  | {
      readonly does: 'unpick'
      readonly pickingId: string
      /** Nothing is left on the list. */
      readonly whole: boolean
      readonly lines: ReadonlyArray<{
        readonly lineId: string
        readonly quantity: Quantity
        readonly wasPicked: boolean
      }>
    }
  | { readonly does: 'release'; readonly reservationId: string; readonly quantity: Quantity }
  | { readonly does: 'end production'; readonly productionOrderId: string }
  | { readonly does: 'make less'; readonly productionOrderId: string; readonly by: Quantity }
  | { readonly does: 'detach production'; readonly productionOrderId: string }
  | { readonly does: 'buy less'; readonly lineId: string; readonly by: Quantity }
  | { readonly does: 'ask the buyer'; readonly lineId: string; readonly title: string }
  | { readonly does: 'cancel delivery'; readonly deliveryOrderId: string }
  | { readonly does: 'drop task'; readonly sourceKey: string }
  | {
      readonly does: 'cancel line'
      readonly itemId: string
      readonly by: Quantity
      readonly amounts: PricedLine
      /** How much of it was waited for or handed out as work. */
      readonly made: Quantity
      readonly bought: Quantity
      readonly work: Quantity
      /** What the parts of a bundle earn of what is left of its price. */
      readonly shares: readonly PartShare[]
    }
  | { readonly does: 'void invoice'; readonly invoiceId: string; readonly issuedAnew: boolean }
  | {
      readonly does: 'credit invoice'
      readonly invoiceId: string
      readonly lines: ReadonlyArray<{
        readonly itemId: string
        readonly quantity: Quantity
        readonly amounts: PricedLine
      }>
      readonly shippingCost: Money
      readonly shippingTax: Money
    }
  | {
      readonly does: 'free money'
      readonly paymentId: string
      readonly method: PaymentMethod
      /** The order that it was paid for, which may be another one. */
      readonly paidFor: string | null
      readonly shares: ReadonlyArray<{
        readonly allocationId: string
        readonly invoiceId: string
        readonly amount: Money
      }>
      /** The order has no claim on the payment any more. */
      readonly leavesOrder: boolean
      readonly refund: Money | null
    }
  | {
      readonly does: 'cancel order'
      readonly shippingCost: Money
      readonly shippingTax: Money
      readonly closes: boolean
    }

export type DeedOf<Does extends Deed['does']> = Extract<Deed, { does: Does }>

/** What a cancellation does with one document. Without a deed the document stays as it is, and the reader is told why. */
export interface Effect {
  readonly document: { readonly type: string; readonly id: string; readonly number: string | null }
  readonly action: CancellationAction
  readonly quantity: Quantity | null
  readonly amount: Money | null
  readonly reversible: boolean
  readonly spent: Money | null
  readonly note: CancellationNote | null
  readonly deed: Deed | null
}

/** An effect with what is usual left out. */
export function effect(
  given: Pick<Effect, 'document' | 'action' | 'deed'> & Partial<Omit<Effect, 'document' | 'action' | 'deed'>>,
): Effect {
  return { quantity: null, amount: null, reversible: true, spent: null, note: null, ...given }
}

/** The smaller of two amounts of the same kind. */
export const least = <T extends { compare(other: T): number }>(a: T, b: T): T => (a.compare(b) <= 0 ? a : b)
