export const chain = {
  states: {
    RUNNING: 'Орындалуда',
    DONE: 'Бәрі орындалды',
    WAITING: 'Бірдеңе күтуде',
    ATTENTION: 'Назар аудару керек',
  },
  kinds: {
    CAUSE: 'Себеп',
    EVENT: 'Оқиға',
    RUN: 'Үдеріс',
    STEP: 'Қадам',
    DELIVERY: 'Кезекте',
    HOLD: 'Кідірту',
  },
  deliveries: {
    READY: 'Кезекте',
    DONE: 'Өңделді',
    DEAD: 'Тоқтап тұр',
    DISCARDED: 'Өткізіліп жіберілді',
  },
  hidden: 'және тағы {{count}}',
  milliseconds: '{{count}} мс',
  holds: {
    AWAITING_PREPAYMENT: 'алдын ала төлемді күтуде',
    CREDIT_LIMIT: 'кредит лимиті асып кетті',
    APPROVAL: 'келісу қажет',
    OVERDUE_DEBT: 'мерзімі өткен берешек',
    STOCK: 'тауар жоқ',
    CUSTOMER_REQUEST: 'клиенттің өтініші бойынша',
    FULFILLMENT_ERROR: 'орындау қатесі',
    MANUAL: 'қолмен',
  },
}
