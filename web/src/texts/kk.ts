import { inside } from './inside.kk.js'
import { outside } from './outside.kk.js'

export const kk = { ...outside, ...inside }
