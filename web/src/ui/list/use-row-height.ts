import { useSyncExternalStore } from 'react'

/** How high a row is in the density and on the screen of now: the token `--row`. */
export const useRowHeight = (): number => useSyncExternalStore(subscribe, read)

const read = (): number => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) || 40

function subscribe(listener: () => void): () => void {
  const watcher = new MutationObserver(listener)
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] })
  addEventListener('resize', listener)
  return () => {
    watcher.disconnect()
    removeEventListener('resize', listener)
  }
}
