import { withQuery } from '../lib/api.js'

/** The part of an address after `?` as plain words: a filter with this name and nothing else. Others are dropped. */
export const words =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Record<string, unknown>): { readonly [name in Name]?: string } => {
    const found = names.filter((name) => typeof search[name] === 'string' && search[name] !== '')
    return Object.fromEntries(found.map((name) => [name, search[name]])) as { readonly [name in Name]?: string }
  }

/** What every list has in its address. */
export const listWords = ['search', 'sort', 'page', 'view', 'peek'] as const

export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

export const stringifySearch = (search: Record<string, unknown>): string =>
  withQuery('', search as Record<string, string>)
