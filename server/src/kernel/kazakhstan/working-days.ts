import { kazakhCalendar, type WorkingCalendar } from './working-calendar.js'

/** Whether the country works on this day (YYYY-MM-DD). A year without a calendar knows only its weekends. */
export function isWorkingDay(day: string, calendar: WorkingCalendar = kazakhCalendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  return !calendar[day.slice(0, 4)]?.includes(day.slice(5))
}

/** The n-th working day after the day, or before it when n is negative; with n = 0 the day itself. */
export function addWorkingDays(day: string, n: number, calendar: WorkingCalendar = kazakhCalendar): string {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a number of days`)
  const step = n < 0 ? -1 : 1
  let reached = day
  for (let left = Math.abs(n); left > 0;) {
    reached = addDays(reached, step)
    if (isWorkingDay(reached, calendar)) left -= 1
  }
  return reached
}

/** The day so many calendar days later. */
export function addDays(day: string, n: number): string {
  const instant = new Date(`${day}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + n)
  return instant.toISOString().slice(0, 10)
}
