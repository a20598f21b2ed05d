/** A telephone number while it is typed: `+7 701 234 56 78`; one of another country stays as it is written. */
export function writtenPhone(typed: string): string {
  const plus = typed.trimStart().startsWith('+')
  const digits = typed.replaceAll(/\D/g, '')
  if (digits === '') return plus ? '+' : ''
  if (plus && !digits.startsWith('7')) return `+${typed.replaceAll(/[^\d ()-]/g, '').trimStart()}`
  // The 8 of the country's own dialling, or a number without its country.
  const national = (
    /^[78]/.test(digits) && (plus || digits.length > 10 || digits.length === 1) ? digits.slice(1) : stripped(digits)
  ).slice(0, 10)
  const groups = [national.slice(0, 3), national.slice(3, 6), national.slice(6, 8), national.slice(8, 10)]
  return ['+7', ...groups.filter(Boolean)].join(' ')
}

/** `8701…` while it grows: the first 8 is no part of the number, a first 7 may be. */
const stripped = (digits: string): string => (digits.startsWith('8') ? digits.slice(1) : digits)
