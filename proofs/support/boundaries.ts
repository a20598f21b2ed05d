import { expect } from 'vitest'

export type Fate = 'nothing' | 'whole' | 'half'

/** Keeps which boundaries were hit and what was found there. */
export class Boundaries {
  private readonly hits = new Map<string, number>()
  private readonly torn: string[] = []
  private readonly unlike: string[] = []
  count = 0

  /** Answers whether everything had been committed. */
  add(operation: string, boundary: string, fate: Fate = 'nothing'): boolean {
    const [, when, label] = /^(\w+) \d+: (.*)$/.exec(boundary)!
    const name = `${operation} | ${when} | ${label!.replace(/^begin;.*/, 'begin')}`
    this.hits.set(name, (this.hits.get(name) ?? 0) + 1)
    this.count++
    if (this.count % 50 === 0) console.log(`${this.count} killed, last ${name}`)
    if (fate === 'half') this.torn.push(name)
    return fate === 'whole'
  }

  /** How that differs from the whole which stands after the request was made again, or after another worker went on. */
  repeated(differences: readonly string[]): void {
    this.unlike.push(...differences)
  }

  print(): void {
    const lines = [...this.hits].map(([name, times]) => `${String(times).padStart(4)} x ${name}`).toSorted()
    console.log([`${this.hits.size} different boundaries were hit ${this.count} times:`, ...lines].join('\n  '))
  }

  expectNothingTorn(): void {
    expect({ halfChains: this.torn, lostOrDoubled: this.unlike }).toEqual({ halfChains: [], lostOrDoubled: [] })
  }
}
