import type { Language } from './language.js'

/** English readers see amounts and dates as Kazakhstan writes them too. */
const locales: Readonly<Record<Language, string>> = { ru: 'ru-KZ', kk: 'kk-KZ', en: 'ru-KZ' }

const exact = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const

/** `1 234 567,89 ₸`. */
export const money = (amount: number, language: Language): string =>
  `${new Intl.NumberFormat(locales[language], exact).format(amount)}\u00a0₸`

/** Up to six decimals, as many as there are. */
export const quantity = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 6 }).format(value)

/** A calendar day, `2026-11-21`, as `21.11.2026`. */
export const day = (iso: string): string => iso.slice(0, 10).split('-').toReversed().join('.')

/** An instant by the clock of the workspace, `21.11.2026 14:02`. */
export function moment(iso: string, timeZone: string): string {
  const two = '2-digit' as const
  const clock = new Intl.DateTimeFormat('ru-KZ', {
    timeZone,
    day: two,
    month: two,
    year: 'numeric',
    hour: two,
    minute: two,
  })
  return clock.format(new Date(iso)).replace(',', '')
}
