import { inside } from './inside.ru.js'
import { outside } from './outside.ru.js'

/** Every word that people read. The other languages say the same things. */
export const ru = { ...outside, ...inside }

export type Ru = typeof ru
