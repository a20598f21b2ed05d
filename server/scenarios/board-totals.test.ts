import { afterAll, beforeAll, expect, it } from 'vitest'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let customerId: string

beforeAll(async () => {
  company = await openCompany()
  customerId = (await castOf(company).customer()).id
})
afterAll(() => company.close())

interface Column {
  readonly stage: string
  readonly count: number
  readonly totalValue: number
  readonly expectedRevenue: number
}

/** A date before everything leaves nothing out, and has the board counted deal by deal. */
const counted = '?dateFrom=2000-01-01'
const columns = async (query = ''): Promise<Column[]> => {
  const { stages } = ok(await company.owner.get(`/deals/pipeline${query}`)).data as { stages: Column[] }
  return stages.map(({ stage, count, totalValue, expectedRevenue }) => ({ stage, count, totalValue, expectedRevenue }))
}
const newDeal = async (value: number) =>
  ok(await company.owner.post('/deals', { title: 'Сделка', customerId, value })).data as { id: string }

it('the kept totals are the counted ones, whatever happens to a deal', async () => {
  const deals = await Promise.all([100, 250, 75.5, 10].map(newDeal))
  const [first, second, third] = deals as [{ id: string }, { id: string }, { id: string }]
  ok(await company.owner.put(`/deals/${first.id}`, { value: 321.45 }))
  ok(await company.owner.patch(`/deals/${second.id}/stage`, { stage: 'QUALIFIED' }))
  ok(await company.owner.delete(`/deals/${third.id}`))
  const kept = await columns()
  expect(kept).toEqual(await columns(counted))
  expect(kept.reduce((sum, { count }) => sum + count, 0)).toBe(3)
  expect(kept.reduce((sum, { totalValue }) => sum + totalValue, 0)).toBe(581.45)
})

it('many at once leave no total behind, and their changes are put together', async () => {
  const deals = await Promise.all(Array.from({ length: 8 }, (_, index) => newDeal(100 + index)))
  const changes = 40
  await Promise.all(
    deals.map(async ({ id }, index) => {
      for (let turn = 0; turn < changes; turn++)
        ok(await company.owner.put(`/deals/${id}`, { value: 1000 + index * changes + turn }))
    }),
  )
  expect(await columns()).toEqual(await columns(counted))
  const [rows] = await company.sql<{ n: string }>('select count(*) as n from deal_totals where workspace_id = $1', [
    company.workspaceId,
  ])
  expect(Number(rows!.n)).toBeLessThan(deals.length * changes)
  const broken = await brokenInvariants(<T>(text: string) => company.sql<T>(text))
  expect(broken.filter(({ invariant }) => invariant === 'deal.board-totals-are-a-recount')).toEqual([])
})

it('shows a stranger nothing', async () => {
  const { stages } = ok(await company.other.get('/deals/pipeline')).data as { stages: Column[] }
  expect(stages.every(({ count, totalValue }) => count === 0 && totalValue === 0)).toBe(true)
})
