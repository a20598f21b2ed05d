import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface Shortcut {
  /** `n`, `/`, `?`, `1`, `Escape`, `mod+k`, or one after another: `g d`. `mod` is Ctrl, on a Mac ⌘. */
  readonly keys: string
  /** What it does, in the language of the page. */
  readonly does: string
  /** Of the shell; others belong to the page that is open. */
  readonly everywhere?: boolean
}

interface Registered extends Shortcut {
  readonly run: () => void
}

const withinMs = 1200
const listeners = new Set<() => void>()
let registered: readonly Registered[] = []
let pressed: { readonly keys: readonly string[]; readonly at: number } | undefined

/** While the component is on the screen, the keys do it. They sleep while somebody writes, or while a dialog is open. */
export function useShortcut(shortcut: Shortcut, run: () => void, enabled = true): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const { keys, does, everywhere = false } = shortcut
  useEffect(() => {
    if (!enabled) return
    const mine: Registered = { keys, does, everywhere, run: () => latest.current() }
    change([...registered, mine])
    return () => change(registered.filter((each) => each !== mine))
  }, [keys, does, everywhere, enabled])
}

/** Everything that keys do now: for the help page. */
export const useShortcuts = (): readonly Shortcut[] => useSyncExternalStore(subscribe, () => registered)

/** Once, for the whole page. */
export function listenToKeys(): () => void {
  addEventListener('keydown', hear)
  return () => removeEventListener('keydown', hear)
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  const names = namesOf(event)
  const chord = names[0]?.startsWith('mod+') ?? false
  if (!chord && isBusy(event.target)) return
  const before = pressed && Date.now() - pressed.at < withinMs ? pressed.keys : []
  const tries = [...before.flatMap((first) => names.map((name) => `${first} ${name}`)), ...names]
  pressed = { keys: names, at: Date.now() }
  // The page's own keys win over the shell's, the youngest first.
  const found = tries.flatMap((name) => registered.filter(({ keys }) => keys === name).reverse())[0]
  if (!found) return
  event.preventDefault()
  pressed = undefined
  found.run()
}

/** The names of a press: what the key writes, and what it would write on a Latin keyboard (Cyrillic hands press the same keys). */
function namesOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string[] {
  if (altKey) return []
  const latin = shiftKey ? undefined : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? /^Digit(\d)$/.exec(code)?.[1])
  const slash = !shiftKey && code === 'Slash' ? '/' : undefined
  const written = key.length === 1 ? key.toLowerCase() : key
  const names = [...new Set([latin, written, slash].filter((name): name is string => !!name))]
  return ctrlKey || metaKey ? names.map((name) => `mod+${name}`) : names
}

/** Where letters are letters: in fields, menus, lists of choices and dialogs. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return !!target.closest('input, textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=dialog]')
}

function change(next: readonly Registered[]): void {
  registered = next
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
