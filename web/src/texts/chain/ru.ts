/** What happened and why: chains of causes, events and steps. */
export const chain = {
  states: {
    RUNNING: 'Выполняется',
    DONE: 'Всё сделано',
    WAITING: 'Чего-то ждёт',
    ATTENTION: 'Нужно внимание',
  },
  kinds: {
    CAUSE: 'Причина',
    EVENT: 'Событие',
    RUN: 'Процесс',
    STEP: 'Шаг',
    DELIVERY: 'В очереди',
    HOLD: 'Удержание',
  },
  deliveries: {
    READY: 'В очереди',
    DONE: 'Обработано',
    DEAD: 'Остановлено',
    DISCARDED: 'Пропущено',
  },
  hidden: 'и ещё {{count}}',
  milliseconds: '{{count}} мс',
  holds: {
    AWAITING_PREPAYMENT: 'ждёт предоплаты',
    CREDIT_LIMIT: 'превышен кредитный лимит',
    APPROVAL: 'нужно согласование',
    OVERDUE_DEBT: 'просроченный долг',
    STOCK: 'нет товара',
    CUSTOMER_REQUEST: 'по просьбе клиента',
    FULFILLMENT_ERROR: 'ошибка исполнения',
    MANUAL: 'вручную',
  },
}
