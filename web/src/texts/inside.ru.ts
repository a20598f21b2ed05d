import { approvals } from './approvals/ru.js'
import { chain } from './chain/ru.js'
import { choices } from './choices/ru.js'
import { customers } from './customers/ru.js'
import { deals } from './deals/ru.js'
import { deliveries } from './deliveries/ru.js'
import { finance } from './finance/ru.js'
import { operations } from './operations/ru.js'
import { orders } from './orders/ru.js'
import { production } from './production/ru.js'
import { products } from './products/ru.js'
import { purchasing } from './purchasing/ru.js'
import { settings } from './settings/ru.js'
import { statuses } from './statuses/ru.js'
import { tasks } from './tasks/ru.js'
import { warehouse } from './warehouse/ru.js'

/** The words of the business, by area. */
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
