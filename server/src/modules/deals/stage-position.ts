// The order of cards in a column is a text compared byte by byte. Between two texts there is always a third, so a card
// moves without touching its neighbours.

const digits = '0123456789abcdefghijklmnopqrstuvwxyz'

/** The end of a column without looking at it: later moments sort later. Never ends in '0', so that something fits before it. */
export function positionAtEnd(now: Date): string {
  const chance = Array.from({ length: 3 }, () => digits[1 + Math.floor(Math.random() * 35)]).join('')
  return now.getTime().toString(36).padStart(9, '0') + chance
}

/** A position after `low` and before `high`; an open end is null. */
export function positionBetween(low: string | null, high: string | null): string {
  const floor = low ?? ''
  // Two cards may share a position when they were moved at the same moment: then the new one goes right behind them.
  if (high !== null && floor >= high) return floor + 'i'
  let position = ''
  let ceiling = high
  for (let i = 0; ; i++) {
    const below = i < floor.length ? digits.indexOf(floor[i]!) : 0
    const above = ceiling === null ? digits.length : i < ceiling.length ? digits.indexOf(ceiling[i]!) : 0
    const middle = Math.floor((below + above) / 2)
    if (middle > below) return position + digits[middle]
    position += digits[below]
    if (above > below) ceiling = null
  }
}
