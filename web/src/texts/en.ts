import { chain } from './chain/en.js'
import { deals } from './deals/en.js'
import { orders } from './orders/en.js'
import { session } from './session/en.js'
import { shell } from './shell/en.js'
import { statuses } from './statuses/en.js'
import { ui } from './ui/en.js'

export const en = { chain, deals, orders, session, shell, statuses, ui }
