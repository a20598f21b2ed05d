import { session } from './session/ru.js'
import { shell } from './shell/ru.js'
import { ui } from './ui/ru.js'

/** The words of every page: also of those before one is in. */
export const outside = { session, shell, ui }
