import { useEffect, useEffectEvent } from 'react'

export interface ListKeys {
  /** By how many rows, or to an end. */
  move(by: number | 'first' | 'last'): void
  open(): void
  peek(): void
  select(): void
  leave(): void
}

/** Keys of a list anywhere on its page, except while somebody writes or a dialog is open. */
export function useListKeys(keys: ListKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return
    const act = actions(keys)[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

const actions = (keys: ListKeys): Readonly<Record<string, () => void>> => ({
  j: () => keys.move(1),
  ArrowDown: () => keys.move(1),
  k: () => keys.move(-1),
  ArrowUp: () => keys.move(-1),
  Home: () => keys.move('first'),
  End: () => keys.move('last'),
  Enter: () => keys.open(),
  ' ': () => keys.peek(),
  x: () => keys.select(),
  Escape: () => keys.leave(),
})

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input, textarea, select, button, a, [contenteditable], [role=dialog], [role=menu], [role=listbox]',
  ) !== null
