import type { Words } from './words.js'

/** Customers, deals and orders. `{number}` is what the event is about: a document's number, a name. */
export const salesEvents = {
  'customer.created': ['Создан клиент {number}', '{number} клиенті құрылды', 'Customer {number} was created'],
  'customer.updated': [
    'Изменены данные клиента {number}',
    '{number} клиентінің деректері өзгертілді',
    'Customer {number} was changed',
  ],
  'customer.deleted': ['Клиент {number} удалён', '{number} клиенті жойылды', 'Customer {number} was deleted'],
  'customer.restored': [
    'Клиент {number} восстановлен',
    '{number} клиенті қалпына келтірілді',
    'Customer {number} was restored',
  ],
  'customer.status.changed': [
    'Клиент {number}: {from} → {to}',
    '{number} клиенті: {from} → {to}',
    'Customer {number}: {from} → {to}',
  ],
  'customer.lead.converted': [
    'Лид {number} стал клиентом',
    '{number} лиді клиентке айналды',
    'Lead {number} became a customer',
  ],
  'customer.qualified': [
    'Лид {number} прошёл квалификацию',
    '{number} лиді біліктіліктен өтті',
    'Lead {number} was qualified',
  ],
  'customer.assigned': [
    'Клиент {number} передан ответственному',
    '{number} клиенті жауаптыға берілді',
    'Customer {number} was assigned',
  ],
  'customer.metrics.updated': [
    'Пересчитаны показатели клиента {number}',
    '{number} клиентінің көрсеткіштері қайта есептелді',
    'The figures of customer {number} were recomputed',
  ],
  'customer.segment.changed': [
    'Клиент {number} перешёл в другой сегмент',
    '{number} клиенті басқа сегментке өтті',
    'Customer {number} moved to another segment',
  ],
  'customer.tier.changed': [
    'Изменён уровень клиента {number}',
    '{number} клиентінің деңгейі өзгерді',
    'The tier of customer {number} changed',
  ],
  'customer.credit.changed': [
    'Изменены условия кредита клиента {number}',
    '{number} клиентінің несие шарттары өзгерді',
    'The credit terms of customer {number} changed',
  ],
  'customer.credit.exceeded': [
    'Кредитный лимит клиента {number} превышен',
    '{number} клиентінің несие лимиті асып кетті',
    'Customer {number} is over the credit limit',
  ],
  'customer.balance.changed': [
    'Изменился баланс клиента {number}',
    '{number} клиентінің теңгерімі өзгерді',
    'The balance of customer {number} changed',
  ],
  'customer.churn.risk': [
    'Клиент {number} может уйти',
    '{number} клиенті кетіп қалуы мүмкін',
    'Customer {number} may leave',
  ],
  'customer.merged': [
    'К клиенту {number} присоединён дубль',
    '{number} клиентіне көшірмесі біріктірілді',
    'A duplicate was merged into customer {number}',
  ],
  'customer.blocked': ['Клиент {number} заблокирован', '{number} клиенті бұғатталды', 'Customer {number} was blocked'],
  'customer.unblocked': [
    'Клиент {number} разблокирован',
    '{number} клиентінің бұғаты алынды',
    'Customer {number} was unblocked',
  ],
  'customer.imported': ['Загружены клиенты', 'Клиенттер жүктелді', 'Customers were imported'],

  'deal.create.requested': [
    'Запрошена сделка по лиду {number}',
    '{number} лиді бойынша мәміле сұралды',
    'A deal was asked for lead {number}',
  ],
  'deal.created': ['Создана сделка {number}', '{number} мәмілесі құрылды', 'Deal {number} was created'],
  'deal.updated': ['Изменена сделка {number}', '{number} мәмілесі өзгертілді', 'Deal {number} was changed'],
  'deal.customer.changed': [
    'Сделка {number} перешла к другому клиенту',
    '{number} мәмілесі басқа клиентке өтті',
    'Deal {number} went to another customer',
  ],
  'deal.deleted': ['Сделка {number} удалена', '{number} мәмілесі жойылды', 'Deal {number} was deleted'],
  'deal.products.changed': [
    'Изменён состав сделки {number}',
    '{number} мәмілесінің құрамы өзгерді',
    'The lines of deal {number} changed',
  ],
  'deal.stage.changed': [
    'Сделка {number}: {from} → {to}',
    '{number} мәмілесі: {from} → {to}',
    'Deal {number}: {from} → {to}',
  ],
  'deal.won': ['Сделка {number} выиграна', '{number} мәмілесі ұтылып алынды', 'Deal {number} was won'],
  'deal.lost': ['Сделка {number} проиграна', '{number} мәмілесі жеңіліс тапты', 'Deal {number} was lost'],
  'deal.reopened': ['Сделка {number} открыта заново', '{number} мәмілесі қайта ашылды', 'Deal {number} was reopened'],
  'deal.assigned': [
    'Сделка {number} передана ответственному',
    '{number} мәмілесі жауаптыға берілді',
    'Deal {number} was assigned',
  ],
  'deal.activity.added': [
    'По сделке {number} добавлено действие',
    '{number} мәмілесіне әрекет қосылды',
    'An activity was added to deal {number}',
  ],
  'deal.activity.completed': [
    'По сделке {number} выполнено действие',
    '{number} мәмілесі бойынша әрекет орындалды',
    'An activity of deal {number} was done',
  ],
  'deal.activity.overdue': [
    'По сделке {number} просрочено действие',
    '{number} мәмілесі бойынша әрекеттің мерзімі өтті',
    'An activity of deal {number} is overdue',
  ],
  'deal.stuck': ['Сделка {number} стоит без движения', '{number} мәмілесі қозғалыссыз тұр', 'Deal {number} is stuck'],
  'deal.commission.accrued': [
    'Начислена комиссия по сделке {number}',
    '{number} мәмілесі бойынша комиссия есептелді',
    'A commission on deal {number} was accrued',
  ],

  'order.created': ['Создан заказ {number}', '{number} тапсырысы құрылды', 'Order {number} was created'],
  'order.updated': ['Изменён заказ {number}', '{number} тапсырысы өзгертілді', 'Order {number} was changed'],
  'order.deleted': ['Заказ {number} удалён', '{number} тапсырысы жойылды', 'Order {number} was deleted'],
  'order.confirmed': ['Заказ {number} подтверждён', '{number} тапсырысы расталды', 'Order {number} was confirmed'],
  'order.status.changed': [
    'Заказ {number}: {from} → {to}',
    '{number} тапсырысы: {from} → {to}',
    'Order {number}: {from} → {to}',
  ],
  'order.approval.required': [
    'Заказ {number} ждёт согласования',
    '{number} тапсырысы келісуді күтуде',
    'Order {number} needs approval',
  ],
  'order.approved': ['Заказ {number} согласован', '{number} тапсырысы келісілді', 'Order {number} was approved'],
  'order.rejected': ['Заказ {number} отклонён', '{number} тапсырысы қабылданбады', 'Order {number} was rejected'],
  'order.held': [
    'Заказ {number} придержан: {reason}',
    '{number} тапсырысы кідіртілді: {reason}',
    'Order {number} was put on hold: {reason}',
  ],
  'order.released': [
    'С заказа {number} снято удержание: {reason}',
    '{number} тапсырысының кідірісі алынды: {reason}',
    'A hold of order {number} was released: {reason}',
  ],
  'order.fulfillment.started': [
    'Начато исполнение заказа {number}',
    '{number} тапсырысын орындау басталды',
    'Work on order {number} began',
  ],
  'order.allocated': [
    'Заказ {number} обеспечен: склад, производство, закупка',
    '{number} тапсырысы қамтамасыз етілді: қойма, өндіріс, сатып алу',
    'Order {number} is supplied: stock, production, purchase',
  ],
  'order.backordered': [
    'Часть заказа {number} ждёт товара',
    '{number} тапсырысының бір бөлігі тауарды күтуде',
    'A part of order {number} waits for goods',
  ],
  'order.ready': [
    'Заказ {number} готов к отгрузке',
    '{number} тапсырысы жөнелтуге дайын',
    'Order {number} is ready to ship',
  ],
  'order.shipped': ['Заказ {number} отгружен', '{number} тапсырысы жөнелтілді', 'Order {number} was shipped'],
  'order.delivered': ['Заказ {number} доставлен', '{number} тапсырысы жеткізілді', 'Order {number} was delivered'],
  'order.digital.delivered': [
    'Цифровой товар заказа {number} передан',
    '{number} тапсырысының цифрлық тауары берілді',
    'The digital goods of order {number} were handed over',
  ],
  'order.fulfillment.completed': [
    'Исполнение заказа {number} закончено',
    '{number} тапсырысын орындау аяқталды',
    'Work on order {number} is finished',
  ],
  'order.fulfillment.failed': [
    'Исполнение заказа {number} остановилось',
    '{number} тапсырысын орындау тоқтап қалды',
    'Work on order {number} has stopped',
  ],
  'order.completed': ['Заказ {number} завершён', '{number} тапсырысы аяқталды', 'Order {number} is completed'],
  'order.cancelled': ['Заказ {number} отменён', '{number} тапсырысы тоқтатылды', 'Order {number} was cancelled'],
  'order.returned': [
    'По заказу {number} принят возврат',
    '{number} тапсырысы бойынша қайтарым қабылданды',
    'Goods of order {number} were returned',
  ],
  'order.payment.received': [
    'По заказу {number} получена оплата',
    '{number} тапсырысы бойынша төлем түсті',
    'A payment for order {number} arrived',
  ],
  'order.refunded': [
    'По заказу {number} возвращены деньги',
    '{number} тапсырысы бойынша ақша қайтарылды',
    'Money for order {number} was refunded',
  ],
  'order.feedback.requested': [
    'По заказу {number} запрошен отзыв',
    '{number} тапсырысы бойынша пікір сұралды',
    'Feedback on order {number} was asked for',
  ],
  'order.recurring.generated': [
    'По расписанию создан заказ {number}',
    'Кесте бойынша {number} тапсырысы құрылды',
    'Order {number} was made by its schedule',
  ],
} as const satisfies Record<string, Words>
