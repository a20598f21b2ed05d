import { describe, expect, test } from 'vitest'
import { defaultPolicies } from './default-policies.js'
import { authorityOf, levelsFor, policyOf, reachOf, superiorsOf, wireValue } from './policy.js'

const discount = policyOf(defaultPolicies.find(({ type }) => type === 'DISCOUNT')!)
const order = policyOf(defaultPolicies.find(({ type }) => type === 'ORDER')!)
const person = (role: string, ...permissions: string[]) => ({
  role,
  permissions: new Set(permissions),
  employeeId: null,
})

describe('limits of a policy', () => {
  test.each([
    ['SALES_REP', 50_000n],
    ['SALES_MANAGER', 100_000n],
    ['ADMIN', 200_000n],
    ['OWNER', undefined],
    ['SYSTEM', undefined],
  ])('%s may give %s ten-thousandths of a percent alone', (role, limit) => {
    expect(authorityOf(person(role), discount)).toBe(limit)
  })

  test('a value passes every level whose threshold it is above', () => {
    expect(levelsFor(discount, 50_000n)).toEqual([])
    expect(levelsFor(discount, 50_001n).map(({ level }) => level)).toEqual([1])
    expect(levelsFor(discount, 300_000n).map(({ level }) => level)).toEqual([1, 2, 3])
  })

  test('a permission or a name decides as well as a role, and whoever stands above stands in', () => {
    expect(reachOf(person('CUSTOM', 'ORDERS_APPROVE'), order)).toBe(1)
    expect(reachOf(person('CUSTOM'), order)).toBe(0)
    const named = policyOf({ type: 'REFUND', grantsOwn: false, levels: [{ threshold: 0, approverId: 'e1' }] })
    expect(reachOf({ ...person('CUSTOM'), employeeId: 'e1' }, named)).toBe(1)
    expect(superiorsOf(discount, discount.levels[0]!)).toEqual(['ADMIN', 'OWNER'])
    expect(superiorsOf(discount, discount.levels[2]!)).toEqual([])
  })

  test('values go out as people write them', () => {
    expect([wireValue('AMOUNT', 123_450n), wireValue('PERCENT', 75_000n), wireValue('DAYS', 3n)]).toEqual([
      1234.5, 7.5, 3,
    ])
  })
})
