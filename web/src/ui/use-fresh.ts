import { useState } from 'react'

/** Tells what came while one was looking: what was not there when the place was first shown. */
export function useFresh(ids: readonly string[]): (id: string) => boolean {
  const [first] = useState(() => new Set(ids))
  return (id) => !first.has(id)
}
