import { chain } from './chain/en.js'
import { deals } from './deals/en.js'
import { deliveries } from './deliveries/en.js'
import { finance } from './finance/en.js'
import { orders } from './orders/en.js'
import { production } from './production/en.js'
import { purchasing } from './purchasing/en.js'
import { session } from './session/en.js'
import { shell } from './shell/en.js'
import { statuses } from './statuses/en.js'
import { ui } from './ui/en.js'
import { warehouse } from './warehouse/en.js'

export const en = { chain, deals, deliveries, finance, orders, production, purchasing, session, shell, statuses, ui, warehouse }
