import { Scaled, formatScaled, parseScaled } from './scaled.js'

const scale = 4

/** A percentage, counted in ten-thousandths of a percent: 12 % is 120 000. */
export class Rate extends Scaled<Rate> {
  // Makes the type its own: without it TypeScript takes any class of the same shape.
  declare protected readonly kind: 'Rate'

  static readonly zero = new Rate(0n)

  /** From ten-thousandths of a percent. */
  static of(units: bigint): Rate {
    return new Rate(units)
  }

  /** From a number or decimal text with at most 4 places; throws InexactNumber otherwise. */
  static parse(input: number | string): Rate {
    return new Rate(parseScaled(input, scale))
  }

  get units(): bigint {
    return this.scaled
  }

  toString(): string {
    return formatScaled(this.scaled, scale, 0)
  }

  protected alike(units: bigint): Rate {
    return new Rate(units)
  }
}
