import { addMember } from '../modules/identity/operations/add-member.js'
import { departmentTree } from '../modules/identity/queries/department-tree.js'
import type { Shop } from './shop.js'
import type { Colleague } from './staff.js'
