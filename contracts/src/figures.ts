import type { Language } from './refusals.js'

/** `7,5`; in English `7.5`. */
export const figureText = (language: Language, figure: number): string =>
  String(figure).replace('.', language === 'en' ? '.' : ',')

/** `1 250 000,50`; in English `1,250,000.50`. Whole sums have no decimals. */
export function sumText(language: Language, sum: number): string {
  const [whole, fraction] = Math.abs(sum).toFixed(2).split('.') as [string, string]
  const first = whole.length % 3 || 3
  const groups = [whole.slice(0, first), ...(whole.slice(first).match(/\d{3}/g) ?? [])].join(
    language === 'en' ? ',' : '\u00a0',
  )
  const decimals = fraction === '00' ? '' : (language === 'en' ? '.' : ',') + fraction
  return `${sum < 0 ? '−' : ''}${groups}${decimals}`
}
