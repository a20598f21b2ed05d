import { afterAll, beforeAll, expect, test } from 'vitest'
import { ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())

const settings = async () => ok(await company.owner.get('/settings')).data as Array<{ key: string; value: unknown }>

test.each(['orders.approvalThreshold', 'finance.refundApproval', 'stock.orderingCost'])(
  '%s is an amount of money: nothing finer than a tiyn, nothing larger than a document can bear',
  async (key) => {
    for (const value of [82.796, 1e21, -1]) {
      const refused = await company.owner.put(`/settings/${key}`, { value })
      expect([value, refused.status, refused.error.fieldErrors[0].field]).toEqual([value, 400, 'value'])
    }
    expect(ok(await company.owner.put(`/settings/${key}`, { value: 82.79 })).data.value).toBe(82.79)
  },
)

test('a setting that is newer than its workspace stands at its shipped value until it is changed', async () => {
  const before = await settings()
  const key = 'orders.returnWindowDays'
  await company.sql('delete from app_settings where workspace_id = $1 and key in ($2, $3)', [
    company.workspaceId,
    key,
    'orders.approvalThreshold',
  ])
  const after = await settings()
  expect(after.map((row) => row.key)).toEqual(before.map((row) => row.key))
  expect(after.find((row) => row.key === key)).toEqual({
    key,
    category: 'ORDERS',
    value: 14,
    dataType: 'number',
    isSecret: false,
    isReadonly: false,
    updatedAt: null,
    warnings: [],
  })
  expect(after.find((row) => row.key === 'orders.approvalThreshold')).toMatchObject({ value: null, dataType: 'json' })

  ok(await company.owner.put(`/settings/${key}`, { value: 21 }))
  const changed = (await settings()).find((row) => row.key === key)
  expect(changed).toMatchObject({ value: 21, dataType: 'number', updatedAt: expect.any(String) })
  expect(ok(await company.other.get('/settings')).data).toHaveLength(before.length)
})
