import type { PaymentMethod } from '@prometric/contracts/payments'
import type { Money } from '../../kernel/money.js'
import type { Share } from './payment-shares.js'

/** Money that came in, and what is known of why. */
export interface PaymentCommand {
  readonly amount: Money
  readonly method: PaymentMethod
  readonly customerId?: string | undefined
  readonly invoiceId?: string | undefined
  readonly orderId?: string | undefined
  readonly allocations?: readonly Share[] | undefined
  /** What is left goes to the customer's oldest debts. */
  readonly autoAllocate: boolean
  /** What is left after that is kept as an advance instead of being refused. */
  readonly acceptAdvance: boolean
  readonly paymentDate?: string | undefined
  readonly referenceNumber?: string | undefined
  readonly accountId?: string | undefined
  readonly externalId?: string | undefined
  readonly gateway?: string | undefined
  readonly payerName?: string | undefined
  readonly purpose?: string | undefined
  readonly notes?: string | undefined
}
