// Making a formatter costs a hundred times more than using it; a workspace has one zone.
const formatters = new Map<string, Intl.DateTimeFormat>()

/** No zone changes its day but at a full quarter of an hour: within one the last answer stands. */
const quarterMs = 15 * 60_000
const last = new Map<string, { readonly quarter: number; readonly day: string }>()

/** The calendar day (YYYY-MM-DD) on which the instant falls in the zone. */
export function localDay(instant: Date, zone: string): string {
  const quarter = Math.floor(instant.getTime() / quarterMs)
  const known = last.get(zone)
  if (known?.quarter === quarter) return known.day
  const day = formatterOf(zone).format(instant)
  last.set(zone, { quarter, day })
  return day
}

/** The calendar year in which the instant falls in the zone. */
export function localYear(instant: Date, zone: string): number {
  return Number(localDay(instant, zone).slice(0, 4))
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  // en-CA writes a date as YYYY-MM-DD.
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formatters.set(zone, made)
  return made
}
