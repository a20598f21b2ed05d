import { session } from './session/en.js'
import { shell } from './shell/en.js'
import { ui } from './ui/en.js'

export const outside = { session, shell, ui }
