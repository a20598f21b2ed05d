import { describe, expect, it } from 'vitest'
import { Money } from '../../kernel/money.js'
import { sharePayment } from './payment-shares.js'

const pair = (text: string) => text.split(' ') as [string, string]
const share = (amount: string, given: readonly string[], queue: readonly string[]) =>
  sharePayment({
    amount: Money.parse(amount),
    given: given.map(pair).map(([invoiceId, part]) => ({ invoiceId, amount: Money.parse(part) })),
    queue: queue.map(pair).map(([id, balance]) => ({ id, balance: Money.parse(balance) })),
  })

describe('sharePayment', () => {
  it.each([
    ['exactly one invoice', '100', [], ['a 100', 'b 50'], ['a 100.00'], '0.00'],
    ['a part of it', '40', [], ['a 100'], ['a 40.00'], '0.00'],
    ['over several, the oldest first', '120.50', [], ['a 100', 'b 50'], ['a 100.00', 'b 20.50'], '0.00'],
    ['more than everything', '200', [], ['a 100', 'b 50'], ['a 100.00', 'b 50.00'], '50.00'],
    ['as told', '100', ['b 30'], ['a 70', 'b 50'], ['b 30.00', 'a 70.00'], '0.00'],
    ['as told, then the rest of the same', '50', ['b 30'], ['b 50'], ['b 50.00'], '0.00'],
    ['nothing to pay', '10', [], [], [], '10.00'],
    ['a paid one in the queue', '10', [], ['a 0', 'b 10'], ['b 10.00'], '0.00'],
  ])('%s', (_, amount, given, queue, shares, rest) => {
    const shared = share(amount, given, queue)
    expect(shared.shares.map((one) => `${one.invoiceId} ${one.amount}`)).toEqual(shares)
    expect(String(shared.rest)).toBe(rest)
  })

  it.each([
    ['more than the invoice owes', '100', ['a 60'], ['a 50'], 'OVER_ALLOCATION'],
    ['more than was paid', '100', ['a 60', 'b 60'], ['a 60', 'b 60'], 'OVER_ALLOCATION'],
    ['an invoice that is paid', '100', ['a 10'], ['a 0'], 'ALREADY_PAID'],
  ])('refuses %s', (_, amount, given, queue, code) => {
    expect(() => share(amount, given, queue)).toThrow(expect.objectContaining({ code }))
  })
})
