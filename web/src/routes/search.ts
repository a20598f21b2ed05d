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

export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `?${text}` : ''
}
