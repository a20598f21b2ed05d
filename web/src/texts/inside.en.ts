import { approvals } from './approvals/en.js'
import { chain } from './chain/en.js'
import { choices } from './choices/en.js'
import { customers } from './customers/en.js'
import { deals } from './deals/en.js'
import { deliveries } from './deliveries/en.js'
import { finance } from './finance/en.js'
import { operations } from './operations/en.js'
import { orders } from './orders/en.js'
import { production } from './production/en.js'
import { products } from './products/en.js'
import { purchasing } from './purchasing/en.js'
import { settings } from './settings/en.js'
import { statuses } from './statuses/en.js'
import { tasks } from './tasks/en.js'
import { warehouse } from './warehouse/en.js'

export const inside = {
  approvals,
  chain,
  choices,
  customers,
  deals,
  deliveries,
  finance,
  operations,
  orders,
  production,
  products,
  purchasing,
  settings,
  statuses,
  tasks,
  warehouse,
}
