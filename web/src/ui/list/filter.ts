interface Named {
  readonly key: string
  readonly title: string
}

/** By what a list may be narrowed; `key` is the API's name of the filter, `from` and `to` are its two ends. */
export type Filter =
  | (Named & {
      readonly kind: 'choice'
      readonly options: readonly { value: string; label: string }[]
      readonly single?: boolean
    })
  | (Named & { readonly kind: 'flag' })
  | (Named & { readonly kind: 'text' })
  | (Named & { readonly kind: 'days' | 'amounts'; readonly from: string; readonly to: string })
  | (Named & {
      readonly kind: 'record'
      readonly path: string
      readonly labelOf: (record: Readonly<Record<string, unknown>>) => string
    })

/** The names in the address that belong to a filter. */
export const namesOf = (filter: Filter): readonly string[] =>
  filter.kind === 'days' || filter.kind === 'amounts' ? [filter.from, filter.to] : [filter.key]
