const customers = [
  'ТОО «Сарыарқа Жиһаз»',
  'ИП Омаров Е. К.',
  'АО «Қазақстан Темір Жолы — Жүк тасымалы»',
  'ТОО «Гүл Бақша»',
  'Товарищество с ограниченной ответственностью «Специализированное строительно-монтажное управление № 4»',
  'Ахметова Әсел',
  'ТОО «Altyn Cable»',
]
const statuses = ['DRAFT', 'CONFIRMED', 'PROCESSING', 'ON_HOLD', 'READY', 'DELIVERED', 'COMPLETED', 'CANCELLED']
const people = ['Айгерим Сейтқали', 'Ерлан Омаров', 'Дана Қуанышева', 'Тимур Ли']

export interface SampleRow {
  readonly id: string
  readonly number: string
  readonly customer: string
  readonly status: string
  readonly total: number
  readonly day: string
  readonly person: string
}

const cycled = (list: readonly string[], index: number): string => list[index % list.length] ?? ''

export const sampleRows = (count: number): SampleRow[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `row${index}`,
    number: `SO-2026-${String(count - index).padStart(6, '0')}`,
    customer: cycled(customers, index * 3),
    status: cycled(statuses, index * 5),
    total: ((index * 7919) % 90_000) * 137.25 + 1200,
    day: new Date(Date.UTC(2026, 10, 28) - index * 31_000_000).toISOString().slice(0, 10),
    person: cycled(people, index),
  }))
