import type { taskRow } from '@prometric/contracts/tasks'
import type { Answered } from '../../lib/api.js'

export type Task = Answered<typeof taskRow>

export const isDone = ({ status }: Task): boolean => status === 'DONE' || status === 'CANCELLED'
