import { inside } from './inside.en.js'
import { outside } from './outside.en.js'

export const en = { ...outside, ...inside }
