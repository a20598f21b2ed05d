// The 12 digits of a person (IIN, ЖСН) or an organization (BIN, БСН). The check digit proves that nobody mistyped,
// not that the number was issued.

export type NumberResult = 'OK' | 'WARN_UNDECODABLE' | 'BAD_FORMAT' | 'BAD_CHECK_DIGIT' | 'BAD_STRUCTURE'

export interface CheckedBin {
  result: NumberResult
  normalized: string
  /** Which of the two weight rows gave the check digit. */
  pass?: 1 | 2
  year2?: string
  month?: number
  /** 4 resident legal entity, 5 non-resident, 6 joint entrepreneurship. */
  kind?: number
  /** 0 head unit, 1 branch, 2 representative office, 3 farm holding. */
  attribute?: number
}

export interface CheckedIin {
  result: NumberResult
  normalized: string
  pass?: 1 | 2
  /** What the digits spell. Since 2013 it need not be the person's birth date: never store it as such. */
  spelledBirthDay?: string
  spelledSex?: 'M' | 'F'
}

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/** Checks a BIN: form, check digit, then month, kind and attribute. */
export function checkBin(text: string): CheckedBin {
  const outer = checkDigits(text)
  if (outer.result !== 'OK') return outer
  const digits = outer.normalized
  const month = Number(digits.slice(2, 4))
  const kind = Number(digits[4])
  const attribute = Number(digits[5])
  const sound = month >= 1 && month <= 12 && kind >= 4 && kind <= 6 && attribute <= 3
  return { ...outer, result: sound ? 'OK' : 'BAD_STRUCTURE', year2: digits.slice(0, 2), month, kind, attribute }
}

/** Checks an IIN. Digits that spell no date, or one after `today`, only warn: the law no longer ties them together. */
export function checkIin(text: string, today: string): CheckedIin {
  const outer = checkDigits(text)
  if (outer.result !== 'OK') return outer
  const century = Number(outer.normalized[6])
  if (century < 1 || century > 6) return { ...outer, result: 'WARN_UNDECODABLE' }
  const spelledBirthDay = spelledDay(outer.normalized, 1800 + 100 * Math.floor((century - 1) / 2))
  if (spelledBirthDay === undefined) return { ...outer, result: 'WARN_UNDECODABLE' }
  const spelledSex = century % 2 === 1 ? 'M' : 'F'
  return { ...outer, result: spelledBirthDay > today ? 'WARN_UNDECODABLE' : 'OK', spelledBirthDay, spelledSex }
}

function checkDigits(text: string): { result: NumberResult; normalized: string; pass?: 1 | 2 } {
  const normalized = text.replace(/[\s-]/g, '')
  if (!/^[0-9]{12}$/.test(normalized)) return { result: 'BAD_FORMAT', normalized }
  if (/^0+$/.test(normalized)) return { result: 'BAD_STRUCTURE', normalized }
  const first = weigh(normalized, firstWeights)
  const pass = first === 10 ? 2 : 1
  const expected = pass === 2 ? weigh(normalized, secondWeights) : first
  // An expected 10 equals no digit: such a prefix is never issued.
  if (expected !== Number(normalized[11])) return { result: 'BAD_CHECK_DIGIT', normalized }
  return { result: 'OK', normalized, pass }
}

function weigh(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11
}

function spelledDay(digits: string, century: number): string | undefined {
  const day = `${century + Number(digits.slice(0, 2))}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`
  const instant = new Date(`${day}T00:00:00Z`)
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day)
  return exists ? day : undefined
}
