import { chain } from './chain/ru.js'
import { deals } from './deals/ru.js'
import { orders } from './orders/ru.js'
import { session } from './session/ru.js'
import { shell } from './shell/ru.js'
import { statuses } from './statuses/ru.js'
import { ui } from './ui/ru.js'

/** Every word that people read, by area. The other languages say the same things. */
export const ru = { chain, deals, orders, session, shell, statuses, ui }

export type Ru = typeof ru
