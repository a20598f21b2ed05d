import { approvals } from './approvals/kk.js'
import { chain } from './chain/kk.js'
import { choices } from './choices/kk.js'
import { customers } from './customers/kk.js'
import { deals } from './deals/kk.js'
import { deliveries } from './deliveries/kk.js'
import { finance } from './finance/kk.js'
import { operations } from './operations/kk.js'
import { orders } from './orders/kk.js'
import { production } from './production/kk.js'
import { products } from './products/kk.js'
import { purchasing } from './purchasing/kk.js'
import { settings } from './settings/kk.js'
import { statuses } from './statuses/kk.js'
import { tasks } from './tasks/kk.js'
import { warehouse } from './warehouse/kk.js'

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
