import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** A choice that this browser remembers: `const [rail, setRail] = useKept('rail', ['open', 'closed'])`. The first one is the usual. */
export function useKept<Choice extends string>(
  name: string,
  choices: readonly [Choice, ...Choice[]],
): [Choice, (next: Choice) => void] {
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(name))
  const keep = useCallback(
    (next: Choice) => {
      localStorage.setItem(name, next)
      for (const tell of listeners) tell()
    },
    [name],
  )
  return [choices.find((choice) => choice === kept) ?? choices[0], keep]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
