import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react'

/** The path of the page; the server answers every path of ours with the same page. */
export const useAddress = (): string => useSyncExternalStore(subscribe, () => location.pathname)

export function go(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
  scrollTo(0, 0)
}

/** A link inside the application: a plain click changes the page without loading it, any other click is the browser's. */
export function Link({ to, children }: { to: string; children: ReactNode }) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={to} onClick={follow}>
      {children}
    </a>
  )
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}
