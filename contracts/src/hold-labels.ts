// Why an order is held and what would let it go, in sentences with figures, for every reader of a hold.

import { stateWords } from './chain-labels/states.js'
import { filled, type Words, written } from './chain-labels/words.js'
import { figureText, sumText } from './figures.js'
import type { HoldReason } from './orders.js'
import { systemRoles } from './permissions.js'
import type { Language } from './refusals.js'

export type HoldDetails = Readonly<Record<string, unknown>>

/** Whom a decision waits for: a role, the holders of a permission, or one employee. */
export interface WhoDecides {
  readonly role?: string | null
  readonly permission?: string | null
}

const sentences: Readonly<Record<Exclude<HoldReason, 'APPROVAL'>, Words>> = {
  AWAITING_PREPAYMENT: [
    'Нужна предоплата {required}: оплачено {paid}, осталось {remaining}',
    'Алдын ала төлем қажет: {required}. Төленді {paid}, қалды {remaining}',
    'A prepayment of {required} is needed: {paid} is paid, {remaining} remains',
  ],
  CREDIT_LIMIT: [
    'Превышен кредитный лимит {limit}: долг {balance}, вместе с этим заказом нужно {required}, это больше на {excess}',
    'Несие лимиті {limit} асып кетті: қарыз {balance}, осы тапсырыспен бірге {required} қажет, бұл {excess} артық',
    'Over the credit limit of {limit}: the debt is {balance}, with this order {required} is needed, which is {excess} too much',
  ],
  OVERDUE_DEBT: [
    'Есть просроченный долг {amount}: старейший счёт {invoice} просрочен на {days} дн.',
    'Мерзімі өткен қарыз бар: {amount}. Ең ескі {invoice} шотының мерзімі {days} күн бұрын өтті',
    'There is an overdue debt of {amount}: the oldest invoice {invoice} is {days} days late',
  ],
  STOCK: ['Не хватает товара на складе: {lines}', 'Қоймада тауар жетпейді: {lines}', 'Not enough in stock: {lines}'],
  CUSTOMER_REQUEST: [
    'Придержан по просьбе клиента: {note}',
    'Клиенттің өтініші бойынша кідіртілді: {note}',
    'Held because the customer asked: {note}',
  ],
  FULFILLMENT_ERROR: [
    'Ошибка при исполнении: {note}',
    'Орындау кезіндегі қате: {note}',
    'Something went wrong in fulfilment: {note}',
  ],
  MANUAL: ['Придержан вручную: {note}', 'Қолмен кідіртілді: {note}', 'Held by hand: {note}'],
}

const approval: Words = ['Нужно согласование: {causes}', 'Келісу қажет: {causes}', 'Approval is needed: {causes}']
const causes: Readonly<Record<string, Words>> = {
  REQUIRED: ['так указано в заказе', 'тапсырыста солай көрсетілген', 'the order says so'],
  THRESHOLD: [
    'сумма {total} не ниже порога {threshold}',
    '{total} сомасы {threshold} шегінен кем емес',
    'its total of {total} is not below the threshold of {threshold}',
  ],
  DISCOUNT: [
    'скидка {discountPercent} % выше разрешённой {limitPercent} %',
    '{discountPercent} % жеңілдік рұқсат етілген {limitPercent} % шегінен жоғары',
    'the discount of {discountPercent} % is above the permitted {limitPercent} %',
  ],
  MIN_PRICE: [
    'цена «{product}» {price} ниже минимальной {minimum}',
    '«{product}» бағасы {price} ең төменгі {minimum} бағадан аз',
    'the price of “{product}”, {price}, is below the minimum of {minimum}',
  ],
}

const wayOut: Readonly<Record<HoldReason, Words>> = {
  AWAITING_PREPAYMENT: [
    'Заказ пойдёт сам, когда клиент заплатит {remaining}',
    'Клиент {remaining} төлегенде, тапсырыс өзі жалғасады',
    'The order goes on by itself when the customer has paid {remaining}',
  ],
  CREDIT_LIMIT: [
    'Заказ пойдёт, когда клиент заплатит {excess}, лимит поднимут или превышение согласуют: {approver}',
    'Клиент {excess} төлегенде, лимит көтерілгенде немесе асып кету келісілгенде, тапсырыс жалғасады: {approver}',
    'The order goes on when the customer has paid {excess}, the limit is raised or the excess is approved: {approver}',
  ],
  OVERDUE_DEBT: [
    'Заказ пойдёт сам, когда просроченные счета оплатят',
    'Мерзімі өткен шоттар төленгенде, тапсырыс өзі жалғасады',
    'The order goes on by itself when the overdue invoices are paid',
  ],
  APPROVAL: ['Решает: {approver}', 'Шешім қабылдайды: {approver}', 'To be decided by: {approver}'],
  STOCK: [
    'Заказ пойдёт сам, когда товар поступит на склад',
    'Тауар қоймаға түскенде, тапсырыс өзі жалғасады',
    'The order goes on by itself when the goods are in stock',
  ],
  CUSTOMER_REQUEST: [
    'Снимает вручную: {approver}',
    'Қолмен алып тастайды: {approver}',
    'Released by hand by: {approver}',
  ],
  FULFILLMENT_ERROR: [
    'Заказ пойдёт сам, когда остановленный шаг выполнится; вручную снимает: {approver}',
    'Тоқтап қалған қадам орындалғанда, тапсырыс өзі жалғасады; қолмен алып тастайды: {approver}',
    'The order goes on by itself when the parked step succeeds; released by hand by: {approver}',
  ],
  MANUAL: ['Снимает вручную: {approver}', 'Қолмен алып тастайды: {approver}', 'Released by hand by: {approver}'],
}

const holders: Readonly<Record<string, Words>> = {
  ORDERS_APPROVE: [
    'кто вправе согласовывать заказы',
    'тапсырыстарды келісуге құқығы барлар',
    'whoever may approve orders',
  ],
}
const named: Words = ['назначенный сотрудник', 'тағайындалған қызметкер', 'the appointed employee']
const right: Words = [
  'у кого есть право {permission}',
  '{permission} құқығы барлар',
  'whoever has the right {permission}',
]

/** Why the order is held, with the figures of the moment. */
export function holdSentence(language: Language, reason: HoldReason, details: HoldDetails): string {
  const facts = factsOf(language, reason, details)
  // Whoever may not see the figures reads the reason alone.
  if (hasFigures.has(reason) && Object.keys(details).length === 0) return written(stateWords[reason]!, language)
  if (reason !== 'APPROVAL') return filled(sentences[reason], language, facts)
  const known = Array.isArray(details.causes) ? (details.causes as unknown[]) : ['REQUIRED']
  const told = known.flatMap((cause) =>
    causes[String(cause)] ? [filled(causes[String(cause)]!, language, facts)] : [],
  )
  return filled(approval, language, { causes: told.join('; ') })
}

/** What would let it go, and who. */
export function holdWayOut(
  language: Language,
  reason: HoldReason,
  details: HoldDetails,
  who: readonly WhoDecides[],
): string {
  const approver = who.map((one) => whoDecides(language, one)).join(', ')
  return filled(wayOut[reason], language, { ...factsOf(language, reason, details), approver })
}

/** A role in the reader's words; one that a company made itself is called by its code. */
export function roleName(language: Language, code: string): string {
  return systemRoles.find((role) => role.code === code)?.[language] ?? code
}

export function whoDecides(language: Language, { role, permission }: WhoDecides): string {
  if (role) return roleName(language, role)
  if (permission) return filled(holders[permission] ?? right, language, { permission })
  return filled(named, language)
}

/** `1 250 000,50 ₸`. */
export const amountText = (language: Language, amount: number): string => `${sumText(language, amount)}\u00a0₸`

const hasFigures: ReadonlySet<HoldReason> = new Set(['AWAITING_PREPAYMENT', 'CREDIT_LIMIT', 'OVERDUE_DEBT', 'STOCK'])
const amounts: ReadonlySet<string> = new Set([
  'limit',
  'balance',
  'required',
  'excess',
  'paid',
  'remaining',
  'total',
  'threshold',
  'price',
  'minimum',
  'amount',
])

const shortLine: Words = [
  '{product} (нужно {required}, есть {available})',
  '{product} (қажеті {required}, бары {available})',
  '{product} (needed {required}, there {available})',
]

function factsOf(language: Language, reason: HoldReason, details: HoldDetails): Record<string, unknown> {
  const { required, paid } = details
  const whole =
    reason === 'AWAITING_PREPAYMENT' && typeof required === 'number' && typeof paid === 'number'
      ? { ...details, remaining: Math.max(0, Math.round((required - paid) * 100) / 100) }
      : details
  return Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [
      key,
      Array.isArray(value)
        ? value.map((line) => filled(shortLine, language, line as HoldDetails)).join(', ')
        : typeof value !== 'number'
          ? inLanguage(language, value)
          : amounts.has(key)
            ? amountText(language, value)
            : figureText(language, value),
    ]),
  )
}

/** A note that the system wrote is there in every language. */
const inLanguage = (language: Language, value: unknown): unknown =>
  typeof value === 'object' && value !== null && language in value
    ? (value as Readonly<Record<Language, unknown>>)[language]
    : value
