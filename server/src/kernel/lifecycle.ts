import { Refusal } from './refusal.js'

/** One legal step: who may take it and what is announced afterwards. */
export interface Move<State extends string> {
  readonly from: State
  readonly to: State
  readonly permission?: string
  readonly event?: string
}

export interface Lifecycle<State extends string> {
  readonly name: string
  readonly states: readonly State[]
  readonly moves: readonly Move<State>[]
  /** Where a document in this state may go. */
  from(state: State): State[]
  allows(from: State, to: State): boolean
  /** The row of the table, when there is one. */
  move(from: State, to: State): Move<State> | undefined
  /** Refuses with INVALID_TRANSITION, naming the moves that are open. */
  check(from: State, to: State): Move<State>
  /** No way leads out of this state. */
  terminal(state: State): boolean
}

/** Reads a table of moves. A table that contradicts itself is a defect and fails when its file is loaded. */
export function lifecycle<const State extends string>(table: {
  name: string
  states: readonly State[]
  moves: readonly Move<NoInfer<State>>[]
}): Lifecycle<State> {
  refuseContradictions(table)
  const { name, states, moves } = table
  const from = (state: State) => moves.filter((move) => move.from === state).map((move) => move.to)
  const move = (start: State, end: State) => moves.find((each) => each.from === start && each.to === end)
  return {
    name,
    states,
    moves,
    from,
    move,
    allows: (start, end) => move(start, end) !== undefined,
    check(start, end) {
      const found = move(start, end)
      if (!found) throw new Refusal('INVALID_TRANSITION', { from: start, to: end, allowed: from(start) })
      return found
    },
    terminal: (state) => from(state).length === 0,
  }
}

function refuseContradictions(table: {
  name: string
  states: readonly string[]
  moves: readonly Move<string>[]
}): void {
  const known = new Set(table.states)
  if (known.size !== table.states.length) throw new Error(`Lifecycle ${table.name} names a state twice`)
  const seen = new Set<string>()
  for (const { from, to } of table.moves) {
    const step = `${from} → ${to}`
    if (!known.has(from) || !known.has(to)) throw new Error(`Lifecycle ${table.name}: ${step} leads to no known state`)
    if (from === to) throw new Error(`Lifecycle ${table.name}: ${step} leads nowhere`)
    if (seen.has(step)) throw new Error(`Lifecycle ${table.name}: ${step} stands twice`)
    seen.add(step)
  }
}
