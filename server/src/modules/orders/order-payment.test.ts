import { expect, it } from 'vitest'
import { Money } from '../../kernel/money.js'
import { orderPaymentStatus } from './order-payment.js'

it.each([
  ['100', '0', '0', 'PENDING'],
  ['100', '0.01', '0', 'PARTIAL'],
  ['100', '99.99', '0', 'PARTIAL'],
  ['100', '100', '0', 'PAID'],
  ['100', '100.01', '0', 'OVERPAID'],
  ['100', '0', '100', 'REFUNDED'],
  ['100', '40', '60', 'PARTIALLY_REFUNDED'],
  ['100', '100', '20', 'PAID'],
  ['0', '0', '0', 'PENDING'],
])('an order of %s with %s kept and %s given back is %s', (total, paid, refunded, status) => {
  expect(
    orderPaymentStatus({ total: Money.parse(total), paid: Money.parse(paid), refunded: Money.parse(refunded) }),
  ).toBe(status)
})
