const thin = '\u2009'

export interface WrittenNumber {
  /** As it stands in the field: `1 234 567,8`. */
  readonly shown: string
  /** Null while nothing is written. */
  readonly value: number | null
}

/** What somebody is typing, put in order: thousands parted, a comma for decimals, no more of them than allowed. */
export function writtenNumber(typed: string, decimals: number): WrittenNumber {
  const clean = typed.replaceAll(/[^\d.,]/g, '').replaceAll('.', ',')
  const [whole = '', ...rest] = clean.split(',')
  const digits = whole.replace(/^0+(?=\d)/, '')
  const fraction = rest.join('').slice(0, decimals)
  const comma = decimals > 0 && rest.length > 0 ? ',' : ''
  if (digits === '' && fraction === '') return { shown: comma && `0${comma}`, value: comma ? 0 : null }
  const parted = (digits || '0').replaceAll(/\B(?=(\d{3})+$)/g, thin)
  return { shown: parted + comma + fraction, value: Number(`${digits || '0'}.${fraction || '0'}`) }
}

/** How it stands when nobody is typing: `least` decimals at least. */
export function settledNumber(value: number | null, decimals: number, least: number): string {
  if (value === null) return ''
  const [whole = '0', fraction = ''] = value.toFixed(decimals).split('.')
  const kept = fraction.replace(/0+$/, '').padEnd(least, '0')
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, thin) + (kept && `,${kept}`)
}

/** Where the caret goes: behind as many digits and commas as it stood behind before. */
export function caretAfter(shown: string, significant: number): number {
  let seen = 0
  for (const [index, letter] of Array.from(shown).entries()) {
    if (seen === significant) return index
    if (letter !== thin) seen++
  }
  return shown.length
}

export const significantBefore = (text: string, caret: number): number =>
  text.slice(0, caret).replaceAll(/[^\d.,]/g, '').length
