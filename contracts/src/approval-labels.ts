// What an approval asks and what became of it, in sentences.

import type { ApprovalType, ApprovalUnit } from './approvals.js'
import { filled, type Words } from './chain-labels/words.js'
import { figureText } from './figures.js'
import { amountText } from './hold-labels.js'
import type { Language } from './refusals.js'

export interface AskedFor {
  readonly type: ApprovalType
  readonly entityType: string
  readonly unit: ApprovalUnit
  readonly value: number
  readonly number: string | null
}

const asked: Readonly<Record<ApprovalType, Words>> = {
  ORDER: [
    'Согласовать заказ {number} на {value}',
    '{value} сомасына {number} тапсырысын келісу',
    'Approve order {number} of {value}',
  ],
  DISCOUNT: [
    'Согласовать скидку {value} по {number}',
    '{number} бойынша {value} жеңілдікті келісу',
    'Approve a discount of {value} on {number}',
  ],
  CREDIT_LIMIT: [
    'Отпустить заказ {number} сверх кредитного лимита на {value}',
    '{number} тапсырысын несие лимитінен {value} артық жіберу',
    'Let order {number} pass the credit limit by {value}',
  ],
  PURCHASE: [
    'Согласовать закупку {number} на {value}',
    '{value} сомасына {number} сатып алуды келісу',
    'Approve purchase {number} of {value}',
  ],
  EXPENSE: [
    'Согласовать расход {number} на {value}',
    '{value} сомасына {number} шығысын келісу',
    'Approve expense {number} of {value}',
  ],
  REFUND: [
    'Согласовать возврат денег {number} на {value}',
    '{value} сомасына {number} ақша қайтаруды келісу',
    'Approve refund {number} of {value}',
  ],
  STOCK_ADJUSTMENT: [
    'Согласовать корректировку запаса на {value}',
    '{value} сомасына қорды түзетуді келісу',
    'Approve a stock adjustment of {value}',
  ],
  LEAVE: ['Согласовать отпуск: {value}', 'Демалысты келісу: {value}', 'Approve a leave: {value}'],
}
const newLimit: Words = [
  'Установить клиенту {number} кредитный лимит {value}',
  '{number} клиентіне {value} несие лимитін белгілеу',
  'Set the credit limit of {number} to {value}',
]
const days: Words = ['{value} дн.', '{value} күн', '{value} days']

/** What is asked, as the one who decides reads it. */
export function approvalSentence(language: Language, { type, entityType, unit, value, number }: AskedFor): string {
  const words = type === 'CREDIT_LIMIT' && entityType === 'customer' ? newLimit : asked[type]
  return filled(words, language, { number, value: valueText(language, unit, value) })
}

function valueText(language: Language, unit: ApprovalUnit, value: number): string {
  if (unit === 'AMOUNT') return amountText(language, value)
  if (unit === 'DAYS') return filled(days, language, { value })
  return `${figureText(language, value)}\u00a0%`
}

export const approvalNotices = {
  granted: ['Согласовано: {asked}', 'Келісілді: {asked}', 'Approved: {asked}'],
  rejected: ['Отказано: {asked}', 'Бас тартылды: {asked}', 'Refused: {asked}'],
  escalated: [
    'Срок решения истёк, вопрос передан выше: {asked}',
    'Шешім мерзімі өтті, мәселе жоғарыға берілді: {asked}',
    'Nobody decided in time, it was passed on: {asked}',
  ],
} as const satisfies Record<string, Words>

export const approvalNotice = (language: Language, name: keyof typeof approvalNotices, what: AskedFor): string =>
  filled(approvalNotices[name], language, { asked: approvalSentence(language, what) })
