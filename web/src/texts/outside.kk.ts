import { session } from './session/kk.js'
import { shell } from './shell/kk.js'
import { ui } from './ui/kk.js'

export const outside = { session, shell, ui }
