import { useEffect } from 'react'

const product = 'Prometric'

/** What the browser's tab says. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product
  }, [title])
}
