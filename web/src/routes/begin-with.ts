import { redirect } from '@tanstack/react-router'
import type { PageKey } from './pages.js'
import { allow } from './inside.js'

export interface Entered {
  readonly location: { readonly pathname: string; readonly searchStr: string }
}

/** A list that opens with one of its views. "Everything" has a word in the address: `view=all`. */
export const beginWith =
  (key: PageKey, first: Readonly<Record<string, string>>) =>
  ({ location }: Entered): void => {
    allow(key)()
    if (location.searchStr === '') throw redirect({ to: location.pathname, search: first as never, replace: true })
  }

/** What such a list says when everything is asked for. */
export const orEverything = <Search extends object>(search: Search): Search =>
  Object.values(search).some(Boolean) ? search : ({ ...search, view: 'all' } as Search)
