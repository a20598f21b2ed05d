import { addDays } from '../../kernel/kazakhstan/working-days.js'

const daysOf: Readonly<Record<string, number>> = {
  PREPAYMENT: 0,
  IMMEDIATE: 0,
  NET_15: 15,
  NET_30: 30,
  NET_45: 45,
  NET_60: 60,
}

/** The day by which an invoice issued on a day is to be paid. Without terms it is due at once. */
export const dueDate = (issueDate: string, terms: string | null): string =>
  addDays(issueDate, daysOf[terms ?? 'IMMEDIATE'] ?? 0)
