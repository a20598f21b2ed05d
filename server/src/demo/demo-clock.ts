import { localDay } from '../kernel/kazakhstan/local-day.js'
import { addDays } from '../kernel/kazakhstan/working-days.js'
import type { Database } from '../platform/database/database.js'

/** All demo workspaces live in this zone. */
export const demoZone = 'Asia/Almaty'
const zoneOffset = '+05:00'

/** The clock of the history that is being told: it stands on a working day and goes on with every act. */
export class DemoClock {
  private now: Date

  constructor(
    private readonly database: Database,
    day: string,
  ) {
    this.now = morningOf(day)
  }

  /** Runs a history on this clock, in haste, and gives the house its own time back whatever happens. */
  async rule<T>(history: () => Promise<T>): Promise<T> {
    const { clock, clockMoved } = this.database
    this.database.inHaste = true
    this.database.clock = () => this.now
    this.database.clockMoved = true
    try {
      return await history()
    } finally {
      this.database.clock = clock
      this.database.clockMoved = clockMoved
      this.database.inHaste = false
    }
  }

  startDay(day: string): void {
    this.now = morningOf(day)
  }

  /** People act one after another. A day never runs over into the next. */
  tick(): void {
    this.now = new Date(this.now.getTime() + 120_000)
  }

  get day(): string {
    return localDay(this.now, demoZone)
  }

  /** A moment some days from now, at an hour of the workspace. */
  inDays(days: number, hour: number): string {
    return new Date(`${addDays(this.day, days)}T${String(hour).padStart(2, '0')}:00:00${zoneOffset}`).toISOString()
  }
}

const morningOf = (day: string) => new Date(`${day}T09:00:00${zoneOffset}`)
