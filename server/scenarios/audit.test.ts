import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/kernel/ids.js'
import { statement } from '../src/platform/database/statement.js'
import { AuditedChanges, auditRows, canonical, type Expected, GivenUp } from './support/audited-changes.js'
import { random } from './support/random.js'
import { twoOrganizations } from './support/two-organizations.js'

const changesWanted = 10_000
const chance = random()
let house: Awaited<ReturnType<typeof twoOrganizations>>

beforeAll(async () => {
  house = await twoOrganizations()
})
afterAll(() => house.close())

test(
  `${changesWanted} random changes leave as many true audit rows (seed ${chance.seed})`,
  { timeout: 120_000 },
  async () => {
    const { database, tenantOf, mine } = house
    const people = [newId(), newId(), newId()]
    const made = new AuditedChanges(chance)
    let transactions = 0
    let givenUp = 0
    while (made.expected.length < changesWanted) {
      const tenant = tenantOf(mine, chance.pick(people), `audit-${++transactions}`)
      const giveUp = chance.chance(0.1)
      const kept = await made.during((change) =>
        database.run(tenant, async (work) => {
          for (let i = 1 + chance.below(8); i > 0 && made.expected.length < changesWanted; i--)
            await change(work, changesWanted - made.expected.length)
          if (giveUp) throw new GivenUp()
        }),
      )
      if (!kept) givenUp++
    }
    expect(givenUp).toBeGreaterThan(10)
    const written = await database.run(tenantOf(mine), (work) => work.rows<Expected>(auditRows))
    expect(written).toHaveLength(changesWanted)
    const told = written.map(canonical).toSorted()
    const true_ = made.expected.map(canonical).toSorted()
    expect(true_.filter((row, index) => row !== told[index]).slice(0, 3)).toEqual(
      told.filter((row, index) => row !== true_[index]).slice(0, 3),
    )
    expect(new Set(made.expected.map(({ action }) => action))).toEqual(new Set(['CREATE', 'UPDATE', 'DELETE']))
  },
)

test.each([
  'update app.audit_logs set reason = null',
  'delete from app.audit_logs',
  `insert into app.audit_logs (organization_id, entity_type, action) values (app.organization_id(), 'x', 'x')`,
  'truncate app.audit_logs',
])('the application cannot: %s', async (text) => {
  const { database, tenantOf, mine } = house
  await expect(database.run(tenantOf(mine), (work) => work.rows(statement(text)))).rejects.toMatchObject({
    code: '42501',
  })
})

test('another workspace of the same organization does not see them', async () => {
  const { database, tenantOf, sister, foreign } = house
  expect(await database.run(tenantOf(sister), (work) => work.rows(auditRows))).toEqual([])
  expect(await database.run(tenantOf(foreign), (work) => work.rows(auditRows))).toEqual([])
})
