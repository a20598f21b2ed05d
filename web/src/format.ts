/**
 * Amounts and days are written as in Kazakhstan in every language. Not every browser knows how Kazakh writes numbers, and would then
 * write them in English; Russian writes them the same way.
 */
const locale = 'ru-KZ'

const exact = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })

/** `1 234 567,89 ₸`. */
export const money = (amount: number): string => `${exact.format(amount)}\u00a0₸`

/** Up to six decimals, as many as there are. */
export const quantity = (value: number): string => short.format(value)

/** A calendar day, `2026-11-21`, as `21.11.2026`. */
export const day = (iso: string): string => iso.slice(0, 10).split('-').toReversed().join('.')

/** An instant by the clock of the workspace, `21.11.2026 14:02`. */
export function moment(iso: string, timeZone: string): string {
  const two = '2-digit' as const
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: two,
    month: two,
    year: 'numeric',
    hour: two,
    minute: two,
  })
  return clock.format(new Date(iso)).replace(',', '')
}
