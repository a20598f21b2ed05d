/** The instant at which the clock of a workspace shows a day and a time. */
export function instantOf(day: string, time: string, timeZone: string): string {
  const written = Date.parse(`${day}T${time}:00Z`)
  const guess = written - offsetAt(written, timeZone)
  // Where the clock was changed meanwhile, the offset of the guess is the right one.
  return new Date(written - offsetAt(guess, timeZone)).toISOString()
}

/** By how many milliseconds the clock of a zone is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...numbers }).formatToParts(instant)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
  return shown - Math.floor(instant / 60_000) * 60_000
}

/** A calendar day some days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
