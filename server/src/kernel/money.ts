import { Scaled, formatScaled, parseScaled } from './scaled.js'

const scale = 2

/** An amount of tenge, counted in tiyn. */
export class Money extends Scaled<Money> {
  // Makes the type its own: without it TypeScript takes any class of the same shape.
  declare protected readonly kind: 'Money'

  static readonly zero = new Money(0n)

  /** From a whole number of tiyn, as a bigint column holds it. */
  static of(tiyn: bigint): Money {
    return new Money(tiyn)
  }

  /** From a number or decimal text with at most 2 places; throws InexactNumber otherwise. */
  static parse(input: number | string): Money {
    return new Money(parseScaled(input, scale))
  }

  static sum(parts: Iterable<Money>): Money {
    let tiyn = 0n
    for (const part of parts) tiyn += part.tiyn
    return new Money(tiyn)
  }

  get tiyn(): bigint {
    return this.scaled
  }

  toString(): string {
    return formatScaled(this.scaled, scale, 2)
  }

  protected alike(tiyn: bigint): Money {
    return new Money(tiyn)
  }
}
