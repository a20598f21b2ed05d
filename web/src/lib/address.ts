const parts = ['postalCode', 'region', 'city', 'street', 'building', 'apartment'] as const

/** An address as the API keeps it, in one line: city, street, house. Nothing when there is none. */
export function addressLine(address: unknown): string {
  if (typeof address !== 'object' || address === null) return ''
  const known = address as Readonly<Record<string, unknown>>
  return parts
    .map((part) => known[part])
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join(', ')
}
