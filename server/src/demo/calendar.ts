import { addDays, isWorkingDay } from '../kernel/kazakhstan/working-days.js'

/** A calendar without holidays. */
const everyWeek = {}

/** The days of a history on which somebody works: Monday to Friday, the last one yesterday at the latest. */
export function workingDays(today: string, months: number): string[] {
  const days: string[] = []
  for (let day = monthsBefore(today, months); day < today; day = addDays(day, 1)) {
    if (isWorkingDay(day, everyWeek)) days.push(day)
  }
  return days
}

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date.toISOString().slice(0, 10)
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const months = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]

export const monthName = (day: string): string => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
