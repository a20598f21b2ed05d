import type { BoardAnswer } from '@prometric/contracts/deals'
import { type RefObject, useEffect, useRef, useState } from 'react'

export interface Arrival {
  readonly by: string | null
  readonly title: string
  readonly stage: string
}

const shownMs = 5000

/** Cards that others have moved since the last answer, each for some seconds with who did it. */
export function useArrivals(
  board: BoardAnswer | undefined,
  path: string,
  mine: RefObject<ReadonlySet<string>>,
): ReadonlyMap<string, Arrival> {
  const seen = useRef<{ path: string; stages: ReadonlyMap<string, string> }>(undefined)
  const [arrivals, setArrivals] = useState<ReadonlyMap<string, Arrival>>(new Map())
  useEffect(() => {
    if (!board) return
    const now = new Map(board.stages.flatMap(({ stage, deals }) => deals.map(({ id }) => [id, stage] as const)))
    const before = seen.current
    seen.current = { path, stages: now }
    if (before?.path !== path) return
    const come = board.stages.flatMap(({ name, stage, deals }) =>
      deals
        .filter(({ id }) => isNews(before.stages.get(id), stage) && !mine.current.has(id))
        .map(({ id, title, updatedByName }) => [id, { by: updatedByName, title, stage: name }] as const),
    )
    if (come.length === 0 || come.length > 20) return
    setArrivals((old) => new Map([...old, ...come]))
    const leave = () => setArrivals((old) => new Map([...old].filter(([id]) => !come.some(([other]) => other === id))))
    setTimeout(leave, shownMs)
  }, [board, path, mine])
  return arrivals
}

const isNews = (before: string | undefined, now: string): boolean => before !== undefined && before !== now
