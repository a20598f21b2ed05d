/** A small generator whose run can be repeated by its seed. */
export interface Random {
  readonly seed: number
  /** A whole number from 0 up to but not including `below`. */
  below(below: number): number
  chance(of: number): boolean
  pick<T>(from: readonly T[]): T
}

/** The tests draw the same lots each time, so that what was green stays green; the proofs, and `SEED=n`, draw others. */
export function random(seed = Number(process.env['SEED'] ?? 2_026)): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { seed, below, chance: (of) => next() < of, pick: (from) => from[below(from.length)]! }
}
