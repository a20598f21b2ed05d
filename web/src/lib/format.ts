/**
 * Amounts and days are written as in Kazakhstan in every language. Not every browser knows how Kazakh writes numbers, and would then
 * write them in English; Russian writes them the same way.
 */
const locale = 'ru-KZ'
const narrow = '\u202f'
const nothing = '—'

const exact = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const price = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 })
const upToSix = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })

/** Thousands are parted by thin spaces that never break. */
const thin = (text: string): string => text.replaceAll(/[\u00a0 ]/g, narrow).replace('-', '−')

/** `1 234 567,89`, without the sign of the currency. */
export const amount = (value: number): string => thin(exact.format(value))

/** `1 234 567,89 ₸`. */
export const money = (value: number): string => `${amount(value)}\u00a0₸`

/** A price of one piece: two decimals, up to four where there are more. */
export const unitPrice = (value: number): string => thin(price.format(value))

/** `18,3 млн`: for the heads of columns, never for a document. `words` are the language's thousand, million and milliard. */
export function shortAmount(value: number, [thousand, million, milliard]: readonly [string, string, string]): string {
  const size = Math.abs(value)
  const [by, word] = size >= 999_950_000 ? [1e9, milliard] : size >= 999_950 ? [1e6, million] : [1e3, thousand]
  return size < 1000 ? thin(oneDecimal.format(value)) : `${thin(oneDecimal.format(value / by))}\u00a0${word}`
}

/** Up to six decimals, as many as there are; with its unit when it is given. */
export const quantity = (value: number, unit?: string): string =>
  unit ? `${thin(upToSix.format(value))}\u00a0${unit}` : thin(upToSix.format(value))

export const count = quantity as (value: number) => string

/** `16 %`. */
export const percent = (value: number): string => `${thin(upToSix.format(value))}\u00a0%`

/** A calendar day, `2026-11-21`, as `21.11.2026`. */
export const day = (iso: string | null | undefined): string =>
  iso ? iso.slice(0, 10).split('-').toReversed().join('.') : nothing

/** A calendar day of this year without it, `21.11`. */
export const shortDay = (iso: string, today: string): string =>
  iso.slice(0, 4) === today.slice(0, 4) ? day(iso).slice(0, 5) : day(iso)

/** An instant by the clock of the workspace, `21.11.2026 14:02`. */
export const moment = (iso: string, timeZone: string): string =>
  inZone(iso, { timeZone, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' })

/** Only the hands of the clock, `14:02`. */
export const clock = (iso: string, timeZone: string): string =>
  inZone(iso, { timeZone, hour: '2-digit', minute: '2-digit' })

/** The calendar day of an instant in a workspace, `2026-11-21`. */
export const dayOf = (instant: Date | string, timeZone: string): string =>
  clockOf('en-CA', { timeZone }).format(new Date(instant))

/** How many days from one calendar day to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000)

function inZone(iso: string, options: Intl.DateTimeFormatOptions): string {
  return clockOf(locale, options).format(new Date(iso)).replace(',', '')
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Made once for each way of writing: to make one costs more than all that a row of a list writes with it. */
function clockOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = clocks.get(key) ?? new Intl.DateTimeFormat(language, options)
  clocks.set(key, known)
  return known
}
