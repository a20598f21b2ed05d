import { chain } from './chain/kk.js'
import { deals } from './deals/kk.js'
import { orders } from './orders/kk.js'
import { session } from './session/kk.js'
import { shell } from './shell/kk.js'
import { statuses } from './statuses/kk.js'
import { ui } from './ui/kk.js'

export const kk = { chain, deals, orders, session, shell, statuses, ui }
