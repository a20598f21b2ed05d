import { type RefObject, useEffect, useRef } from 'react'

/** Other rows are asked for: whoever had scrolled far down begins at the top again. */
export function useFromTop(scroller: RefObject<HTMLElement | null>, arrangement: string | undefined): void {
  const shown = useRef(arrangement)
  useEffect(() => {
    if (shown.current !== arrangement) scroller.current?.scrollTo({ top: 0 })
    shown.current = arrangement
  }, [scroller, arrangement])
}
