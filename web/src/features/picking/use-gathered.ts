import { useState } from 'react'
import { gather, type Gathered, type Scanned, scan } from './gathered.js'
import type { PickingCard, PickingLine } from './picking-answer.js'

/** What lies in the basket already. It stays in this browser until the picking ends: a reload on the way costs nothing. */
export function useGathered({ id, lines }: Pick<PickingCard, 'id' | 'lines'>) {
  const key = `picking:${id}`
  const [gathered, setGathered] = useState<Gathered>(() => kept(key))
  const [said, setSaid] = useState<Scanned>()
  const keep = (next: Gathered) => {
    setGathered(next)
    localStorage.setItem(key, JSON.stringify(next))
  }
  return {
    of: (line: PickingLine) => gathered[line.id] ?? 0,
    done: lines.filter((line) => (gathered[line.id] ?? 0) >= line.quantity).length,
    said,
    set: (line: PickingLine, quantity: number) => {
      setSaid(undefined)
      keep(gather(gathered, line, quantity))
    },
    all: () => keep(Object.fromEntries(lines.map((line) => [line.id, line.quantity]))),
    scan: (code: string) => {
      const outcome = scan(gathered, lines, code)
      setSaid(outcome)
      if (outcome.kind === 'taken') keep(outcome.gathered)
      // A storekeeper looks at the shelf, not at the screen.
      if (outcome.kind !== 'taken') navigator.vibrate?.([80, 60, 80])
    },
    forget: () => localStorage.removeItem(key),
  }
}

function kept(key: string): Gathered {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Gathered
  } catch {
    return {}
  }
}
