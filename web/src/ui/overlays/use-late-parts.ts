import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Code that a page is shown without: fetched when somebody comes near what needs it, once for all. */
export interface LateParts<Parts> {
  parts: Parts | undefined
  fetch(): Promise<Parts>
}

export function lateParts<Parts>(load: () => Promise<Parts>): LateParts<Parts> {
  const one: LateParts<Parts> = { parts: undefined, fetch: async () => (one.parts ??= await load()) }
  return one
}

interface InTime<Parts> {
  /** Nothing until somebody wanted to open it. */
  readonly parts: Parts | undefined
  /** Whether it stands open: a moment after it was wanted, for what opens remembers who had the focus. */
  readonly shown: boolean
  readonly button: RefObject<HTMLElement | null>
  /** For the button while the parts are not here: fetches them before the click. */
  readonly near: { onPointerEnter(): void; onFocus(): void }
}

/** The parts of what a button opens, in time. */
export function useLateParts<Parts>(what: LateParts<Parts>, opened: boolean): InTime<Parts> {
  const [parts, setParts] = useState(() => what.parts)
  const [shown, setShown] = useState(false)
  const [failure, setFailure] = useState<{ error: unknown }>()
  const button = useRef<HTMLElement>(null)
  const fetch = () => void what.fetch().catch(() => {})

  useEffect(() => {
    if (!opened || parts) return
    what.fetch().then(
      (found) => setParts(() => found),
      (error: unknown) => setFailure({ error }),
    )
  }, [what, opened, parts])

  useLayoutEffect(() => {
    if (!parts) return
    // With its parts the button was drawn anew, and lost the focus.
    if (opened && document.activeElement === document.body) button.current?.focus({ preventScroll: true })
    setShown(opened)
  }, [parts, opened])

  if (failure) throw failure.error
  return { parts, shown, button, near: { onPointerEnter: fetch, onFocus: fetch } }
}
