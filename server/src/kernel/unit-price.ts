import { Scaled, formatScaled, parseScaled } from './scaled.js'

const scale = 4

/** The price or cost of one unit, counted in ten-thousandths of a tenge: two decimals are too few for a screw. */
export class UnitPrice extends Scaled<UnitPrice> {
  // Makes the type its own: without it TypeScript takes any class of the same shape.
  declare protected readonly kind: 'UnitPrice'

  static readonly zero = new UnitPrice(0n)

  /** From ten-thousandths of a tenge, as a bigint column holds them. */
  static of(units: bigint): UnitPrice {
    return new UnitPrice(units)
  }

  /** From a number or decimal text with at most 4 places; throws InexactNumber otherwise. */
  static parse(input: number | string): UnitPrice {
    return new UnitPrice(parseScaled(input, scale))
  }

  /** From a number that the program itself wrote to the wire; a computed cost may have more digits than anybody may send. */
  static told(value: number): UnitPrice {
    return new UnitPrice(parseScaled(value.toFixed(scale), scale))
  }

  get units(): bigint {
    return this.scaled
  }

  toString(): string {
    return formatScaled(this.scaled, scale, 2)
  }

  protected alike(units: bigint): UnitPrice {
    return new UnitPrice(units)
  }
}
