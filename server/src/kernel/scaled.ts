// Exact decimals as whole numbers of a smallest unit. Money, UnitPrice, Quantity and Rate are this with different scales.

/** What a caller sent cannot be carried exactly at the scale of its kind. */
export class InexactNumber extends RangeError {
  constructor(
    readonly input: number | string,
    readonly scale: number,
  ) {
    super(`${JSON.stringify(input)} is not a decimal with at most ${scale} places`)
    this.name = 'InexactNumber'
  }
}

const decimal = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/
const digitsADoubleCarries = 15

/** Reads a number or decimal text as units of the scale; throws InexactNumber instead of rounding. */
export function parseScaled(input: number | string, scale: number): bigint {
  const text = typeof input === 'number' ? exactText(input) : input
  const [, sign, whole, fraction = ''] = decimal.exec(text ?? '') ?? []
  if (whole === undefined || !/^0*$/.test(fraction.slice(scale))) throw new InexactNumber(input, scale)
  const units = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'))
  return sign === '-' ? -units : units
}

/** Writes units as decimal text with at least `leastPlaces` decimals; further zeros are dropped. */
export function formatScaled(units: bigint, scale: number, leastPlaces = scale): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  let fraction = digits.slice(digits.length - scale)
  while (fraction.length > leastPlaces && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

// The shortest text that reads back as the same double. Beyond 15 digits several decimals share one double, so the
// sender's number is no longer known; only whole numbers that a double holds exactly are still taken.
function exactText(value: number): string | undefined {
  const text = String(value)
  const digits = text.replace(/\D/g, '').replace(/^0+/, '').length
  return digits <= digitsADoubleCarries || Number.isSafeInteger(value) ? text : undefined
}

/** Arithmetic shared by the four kinds. `Same` keeps a price from being added to a quantity. */
export abstract class Scaled<Same extends Scaled<Same>> {
  protected constructor(protected readonly scaled: bigint) {}

  protected abstract alike(scaled: bigint): Same
  abstract toString(): string

  plus(other: Same): Same {
    return this.alike(this.scaled + other.scaled)
  }

  minus(other: Same): Same {
    return this.alike(this.scaled - other.scaled)
  }

  negated(): Same {
    return this.alike(-this.scaled)
  }

  /** Negative, zero or positive, as a sort wants it. */
  compare(other: Same): number {
    if (this.scaled === other.scaled) return 0
    return this.scaled < other.scaled ? -1 : 1
  }

  equals(other: Same): boolean {
    return this.scaled === other.scaled
  }

  isZero(): boolean {
    return this.scaled === 0n
  }

  isNegative(): boolean {
    return this.scaled < 0n
  }

  isPositive(): boolean {
    return this.scaled > 0n
  }

  /** For the wire only; never compute with it. */
  toNumber(): number {
    return Number(this.toString())
  }

  toJSON(): number {
    return this.toNumber()
  }
}
