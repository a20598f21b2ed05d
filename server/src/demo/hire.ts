import { addMember } from '../modules/identity/operations/add-member.js'
import { hashPassword } from '../modules/identity/passwords.js'
import { departmentTree } from '../modules/identity/queries/department-tree.js'
import type { Shop } from './shop.js'
import { type Colleague, demoPassword } from './staff.js'

/** Gives people an account, a job and a role, and those who act in the history their hat. */
export async function hire(shop: Shop, colleagues: readonly Colleague[]): Promise<void> {
  const passwordHash = await hashPassword(demoPassword)
  const userIds = await shop.act('owner', async (work) => {
    const departments = new Map((await departmentTree(work)).map((department) => [department.code, department.id]))
    const hired: string[] = []
    for (const { email, firstName, lastName, roleCode, department, position } of colleagues) {
      const departmentId = departments.get(department)
      hired.push(
        (await addMember(work, { email, firstName, lastName, roleCode, departmentId, position, passwordHash })).userId,
      )
    }
    return hired
  })
  for (const [i, { hat }] of colleagues.entries()) if (hat) await shop.enlist(hat, userIds[i]!)
}
