import type { taskPriorities, taskRow } from '@prometric/contracts/tasks'
import type { Answered } from '../../lib/api.js'

export type Task = Answered<typeof taskRow>

export const priorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] satisfies ReadonlyArray<(typeof taskPriorities)[number]>

export const isDone = ({ status }: Task): boolean => status === 'DONE' || status === 'CANCELLED'
