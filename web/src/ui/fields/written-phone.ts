/**
 * A telephone number while it is typed. `8…` and `+7…` fall into the groups of the country at once; without either, a 7 may be the country
 * or the number, and only the eleventh digit tells. One of another country stays as it is written.
 */
export function writtenPhone(typed: string): string {
  const plus = typed.trimStart().startsWith('+')
  const digits = typed.replaceAll(/\D/g, '')
  if (digits === '') return plus ? '+' : ''
  if (plus && !digits.startsWith('7')) return `+${typed.replaceAll(/[^\d ()-]/g, '').trimStart()}`
  if (plus || digits.startsWith('8') || digits.length > 10) return ['+7', ...grouped(digits.slice(1))].join(' ')
  return grouped(digits).join(' ')
}

/** The number when nobody is typing: ten digits are one of the country. */
export function settledPhone(written: string): string {
  const digits = written.replaceAll(/\D/g, '')
  return digits.length === 10 && !written.startsWith('+') ? ['+7', ...grouped(digits)].join(' ') : written
}

const grouped = (national: string): string[] =>
  [national.slice(0, 3), national.slice(3, 6), national.slice(6, 8), national.slice(8, 10)].filter(Boolean)
