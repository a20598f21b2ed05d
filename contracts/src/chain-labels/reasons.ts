import type { Words } from './words.js'

/** An event as the reason of what followed, for the place after «потому что», «себебі», “because”. */
export const reasons: Readonly<Record<string, Words>> = {
  'customer.qualified': [
    'лид {number} прошёл квалификацию',
    '{number} лиді біліктіліктен өтті',
    'lead {number} was qualified',
  ],
  'deal.won': ['сделка {number} выиграна', '{number} мәмілесі ұтылып алынды', 'deal {number} was won'],
  'deal.reopened': ['сделка {number} открыта заново', '{number} мәмілесі қайта ашылды', 'deal {number} was reopened'],
  'order.created': ['создан заказ {number}', '{number} тапсырысы құрылды', 'order {number} was created'],
  'order.confirmed': ['заказ {number} подтверждён', '{number} тапсырысы расталды', 'order {number} was confirmed'],
  'order.approved': ['заказ {number} согласован', '{number} тапсырысы келісілді', 'order {number} was approved'],
  'approval.requested': ['запрошено согласование', 'келісу сұралды', 'an approval was asked for'],
  'approval.granted': ['согласование получено', 'келісу алынды', 'the approval was granted'],
  'approval.rejected': ['в согласовании отказано', 'келісуден бас тартылды', 'the approval was refused'],
  'approval.escalated': ['согласование передано выше', 'келісу жоғарыға берілді', 'the approval was escalated'],
  'order.released': [
    'с заказа {number} снято удержание',
    '{number} тапсырысының кідірісі алынды',
    'a hold of order {number} was released',
  ],
  'order.held': ['заказ {number} придержан', '{number} тапсырысы кідіртілді', 'order {number} was put on hold'],
  'order.backordered': [
    'заказу {number} не хватает товара',
    '{number} тапсырысына тауар жетпейді',
    'order {number} lacks goods',
  ],
  'order.allocated': [
    'заказ {number} обеспечен',
    '{number} тапсырысы қамтамасыз етілді',
    'order {number} was supplied',
  ],
  'order.shipped': ['заказ {number} отгружен', '{number} тапсырысы жөнелтілді', 'order {number} was shipped'],
  'order.delivered': ['заказ {number} доставлен', '{number} тапсырысы жеткізілді', 'order {number} was delivered'],
  'order.completed': ['заказ {number} завершён', '{number} тапсырысы аяқталды', 'order {number} is completed'],
  'order.cancelled': ['заказ {number} отменён', '{number} тапсырысы тоқтатылды', 'order {number} was cancelled'],
  'order.payment.received': [
    'по заказу {number} получена оплата',
    '{number} тапсырысы бойынша төлем түсті',
    'a payment for order {number} arrived',
  ],
  'delivery.parked': ['шаг не удаётся выполнить', 'қадам орындалмай тұр', 'a step keeps failing'],
  'delivery.recovered': ['остановленный шаг выполнен', 'тоқтап қалған қадам орындалды', 'the parked step succeeded'],
  'picking.created': [
    'создано задание на отбор {number}',
    '{number} жинау тапсырмасы құрылды',
    'picking order {number} was created',
  ],
  'picking.completed': ['отбор {number} закончен', '{number} жинау аяқталды', 'picking {number} is done'],
  'delivery.created': [
    'запланирована доставка {number}',
    '{number} жеткізуі жоспарланды',
    'delivery {number} was planned',
  ],
  'delivery.completed': [
    'доставка {number} получена',
    '{number} жеткізуі қабылданды',
    'delivery {number} was received',
  ],
  'stock.received': [
    'на склад поступил товар {number}',
    'қоймаға {number} тауары түсті',
    'product {number} arrived in stock',
  ],
  'stock.released': [
    'с товара {number} снят резерв',
    '{number} тауарының резерві алынды',
    'a reservation of {number} was released',
  ],
  'inventory.low': ['товара {number} осталось мало', '{number} тауары аз қалды', 'product {number} is running low'],
  'goods.receipt.confirmed': [
    'проведён приход {number}',
    '{number} кірісі өткізілді',
    'goods receipt {number} was confirmed',
  ],
  'production.order.completed': [
    'производство {number} закончено',
    '{number} өндірісі аяқталды',
    'production {number} is finished',
  ],
  'production.order.cancelled': [
    'производство {number} отменено',
    '{number} өндірісі тоқтатылды',
    'production {number} was cancelled',
  ],
  'invoice.paid': ['счёт {number} оплачен', '{number} шоты төленді', 'invoice {number} was paid'],
  'payment.refund.requested': [
    'запрошен возврат {number}',
    '{number} қайтаруы сұралды',
    'refund {number} was asked for',
  ],
  'payment.received': ['получена оплата {number}', '{number} төлемі түсті', 'payment {number} arrived'],
}

/** A reason behind what it led to. */
export const because: Words = ['{fact}, потому что {reason}', '{fact}, себебі {reason}', '{fact} because {reason}']
