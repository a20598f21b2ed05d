import { Scaled, formatScaled, parseScaled } from './scaled.js'

const scale = 6

/** How much of something, counted in millionths of its unit of measure. */
export class Quantity extends Scaled<Quantity> {
  // Makes the type its own: without it TypeScript takes any class of the same shape.
  declare protected readonly kind: 'Quantity'

  static readonly zero = new Quantity(0n)

  /** From millionths of a unit. */
  static of(micro: bigint): Quantity {
    return new Quantity(micro)
  }

  /** From a number or decimal text with at most 6 places; throws InexactNumber otherwise. */
  static parse(input: number | string): Quantity {
    return new Quantity(parseScaled(input, scale))
  }

  static sum(parts: Iterable<Quantity>): Quantity {
    let micro = 0n
    for (const part of parts) micro += part.micro
    return new Quantity(micro)
  }

  get micro(): bigint {
    return this.scaled
  }

  toString(): string {
    return formatScaled(this.scaled, scale, 0)
  }

  protected alike(micro: bigint): Quantity {
    return new Quantity(micro)
  }
}
