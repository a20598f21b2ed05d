import { daysBetween } from './calendar.js'

type Act = () => Promise<unknown>

/** What people have promised to do, by working day. Promises beyond the end of the history are never kept. */
export class Agenda {
  private readonly promised: Act[][]
  /** The place of today in the list of working days. */
  today = 0

  constructor(readonly days: readonly string[]) {
    this.promised = days.map(() => [])
  }

  on(day: number, act: Act): void {
    this.promised[day]?.push(act)
  }

  onLastDay(act: Act): void {
    this.on(this.days.length - 1, act)
  }

  /** On the first working day that many calendar days from now. */
  inDays(count: number, act: Act): void {
    const from = this.days[this.today]!
    this.on(
      this.days.findIndex((day) => daysBetween(from, day) >= count),
      act,
    )
  }

  /** Calendar days until the history ends. */
  get daysLeft(): number {
    return daysBetween(this.days[this.today]!, this.days.at(-1)!)
  }

  /** Keeps today's promises in the order in which they were made, those too that are made meanwhile for today. */
  async keep(): Promise<void> {
    for (const act of this.promised[this.today]!) await act()
  }
}
