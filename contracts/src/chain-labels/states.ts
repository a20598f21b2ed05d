import type { Words } from './words.js'

/** Statuses, stages and reasons as the sentences of a chain name them. */
export const stateWords: Readonly<Record<string, Words>> = {
  DRAFT: ['черновик', 'жоба', 'draft'],
  PENDING: ['на рассмотрении', 'қарауда', 'pending'],
  CONFIRMED: ['подтверждён', 'расталды', 'confirmed'],
  PROCESSING: ['в работе', 'жұмыста', 'processing'],
  READY: ['готов', 'дайын', 'ready'],
  SHIPPED: ['отгружен', 'жөнелтілді', 'shipped'],
  DELIVERED: ['доставлен', 'жеткізілді', 'delivered'],
  COMPLETED: ['завершён', 'аяқталды', 'completed'],
  CANCELLED: ['отменён', 'тоқтатылды', 'cancelled'],
  ON_HOLD: ['придержан', 'кідіртілді', 'on hold'],

  LEAD: ['лид', 'лид', 'lead'],
  QUALIFIED: ['квалификация', 'біліктілік', 'qualified'],
  PROPOSAL: ['предложение', 'ұсыныс', 'proposal'],
  NEGOTIATION: ['переговоры', 'келіссөздер', 'negotiation'],
  CLOSING: ['закрытие', 'жабу', 'closing'],
  WON: ['выиграна', 'ұтып алынды', 'won'],
  LOST: ['проиграна', 'жеңілді', 'lost'],

  PROSPECT: ['потенциальный', 'әлеуетті', 'prospect'],
  ACTIVE: ['действующий', 'белсенді', 'active'],
  INACTIVE: ['неактивный', 'белсенді емес', 'inactive'],
  CHURNED: ['ушедший', 'кеткен', 'churned'],

  SALES_MANAGER: ['руководитель продаж', 'сату жетекшісі', 'sales manager'],
  ACCOUNTANT: ['бухгалтер', 'бухгалтер', 'accountant'],
  ADMIN: ['администратор', 'әкімші', 'administrator'],
  OWNER: ['владелец', 'иесі', 'owner'],
  ORDERS_APPROVE: ['кто согласует заказы', 'тапсырыстарды келісетіндер', 'whoever approves orders'],

  AWAITING_PREPAYMENT: ['ждёт предоплаты', 'алдын ала төлемді күтуде', 'awaiting prepayment'],
  CREDIT_LIMIT: ['превышен кредитный лимит', 'несие лимиті асып кетті', 'over the credit limit'],
  APPROVAL: ['нужно согласование', 'келісу қажет', 'needs approval'],
  OVERDUE_DEBT: ['есть просроченный долг', 'мерзімі өткен қарыз бар', 'overdue debt'],
  STOCK: ['нет товара', 'тауар жоқ', 'no stock'],
  CUSTOMER_REQUEST: ['по просьбе клиента', 'клиенттің өтініші бойынша', 'the customer asked'],
  FULFILLMENT_ERROR: ['ошибка исполнения', 'орындау қатесі', 'a fulfilment error'],
  MANUAL: ['вручную', 'қолмен', 'by hand'],
}

/** What else a chain says. */
export const chainPhrases = {
  request: ['Действие пользователя: {actor}', 'Пайдаланушының әрекеті: {actor}', 'Done by {actor}'],
  systemRequest: ['Действие системы', 'Жүйенің әрекеті', 'Done by the system'],
  system: ['Система', 'Жүйе', 'System'],
  onBehalf: ['Система от имени: {actor}', 'Жүйе {actor} атынан', 'System on behalf of {actor}'],
  hold: [
    'Заказ {number} придержан: {reason}',
    '{number} тапсырысы кідіртілді: {reason}',
    'Order {number} is on hold: {reason}',
  ],
  defect: [
    'Техническая ошибка, её разбирает администратор процессов',
    'Техникалық қате, оны процестер әкімшісі қарап жатыр',
    'A technical error; whoever manages processes looks into it',
  ],
  skipped: ['{step} · пропущено: {reason}', '{step} · өткізілді: {reason}', '{step} · skipped: {reason}'],
  failed: [
    'Шаг не выполнен. Подробности видит администратор процессов.',
    'Қадам орындалмады. Толығырақ процестер әкімшісіне көрінеді.',
    'The step failed. Those who manage processes see why.',
  ],
} as const satisfies Record<string, Words>
