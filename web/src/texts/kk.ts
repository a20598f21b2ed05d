import { chain } from './chain/kk.js'
import { deals } from './deals/kk.js'
import { deliveries } from './deliveries/kk.js'
import { finance } from './finance/kk.js'
import { orders } from './orders/kk.js'
import { production } from './production/kk.js'
import { purchasing } from './purchasing/kk.js'
import { session } from './session/kk.js'
import { shell } from './shell/kk.js'
import { statuses } from './statuses/kk.js'
import { ui } from './ui/kk.js'
import { warehouse } from './warehouse/kk.js'

export const kk = { chain, deals, deliveries, finance, orders, production, purchasing, session, shell, statuses, ui, warehouse }
