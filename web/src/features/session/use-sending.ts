import { useState } from 'react'

export interface Sending {
  readonly busy: boolean
  readonly error: unknown
  /** Runs it, and keeps what was refused until the next try. */
  run(act: () => Promise<void>): void
}

/** Something that is sent before anybody is signed in. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = (act: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    act()
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return { busy, error, run }
}
