import { describe, expect, test } from 'vitest'
import { Money } from '../../kernel/money.js'
import { defaultPolicies } from '../approvals/public.js'
import { checkDiscount, discountShare } from './discount-limit.js'

const policy = defaultPolicies.find(({ type }) => type === 'DISCOUNT')!
const less = (gross: string, discount: string) => ({ gross: Money.parse(gross), discounted: Money.parse(discount) })

function outcome(
  role: string,
  given: ReturnType<typeof less>,
  allowed: string | null = null,
  open: string | null = null,
) {
  try {
    checkDiscount({ role, permissions: new Set(), employeeId: null }, { policy, allowed, open }, given)
    return 'fine'
  } catch (error) {
    return error as { code: string; facts: Record<string, unknown> }
  }
}

describe('discount at the win', () => {
  test.each([
    ['SALES_REP', '100.00', '5.00', true],
    ['SALES_REP', '100.00', '5.01', false],
    ['SALES_REP', '3333333.33', '166666.67', false],
    ['SALES_MANAGER', '100.00', '10.00', true],
    ['SALES_MANAGER', '100.00', '10.01', false],
    ['ADMIN', '100.00', '20.00', true],
    ['ADMIN', '100.00', '20.01', false],
    ['OWNER', '100.00', '99.00', true],
    ['WAREHOUSE', '100.00', '6.00', false],
    ['SALES_REP', '0.00', '0.00', true],
  ])('%s, %s less %s: %s', (role, gross, discount, fine) => {
    expect(outcome(role, less(gross, discount)) === 'fine').toBe(fine)
  })

  test('what was allowed holds for as much, not for more', () => {
    expect(outcome('SALES_REP', less('100.00', '8.00'), '80000')).toBe('fine')
    expect(outcome('SALES_REP', less('100.00', '8.01'), '80000')).toMatchObject({ code: 'APPROVAL_REQUIRED' })
  })

  test('the refusal says how much, how far, and who', () => {
    expect(outcome('SALES_REP', less('100.00', '15.00'), null, 'r1')).toMatchObject({
      facts: { discountPercent: 15, limitPercent: 5, approvers: ['SALES_MANAGER', 'ADMIN'], approvalRequestId: 'r1' },
    })
  })

  test('without a policy nobody is asked', () => {
    const given = less('100.00', '50.00')
    expect(() =>
      checkDiscount(
        { role: 'SALES_REP', permissions: new Set(), employeeId: null },
        { policy: null, allowed: null, open: null },
        given,
      ),
    ).not.toThrow()
    expect(discountShare(less('200.00', '15.00'))).toBe(75_000n)
  })
})
