import type { Words } from './words.js'

/** Orchestrators by name; `{number}` is their subject. */
export const orchestratorWords: Readonly<Record<string, Words>> = {
  'deal-won': [
    'Оформление выигранной сделки {number}',
    'Ұтылып алынған {number} мәмілесін рәсімдеу',
    'Carrying out won deal {number}',
  ],
  'order-acceptance': ['Приём заказа {number}', '{number} тапсырысын қабылдау', 'Taking in order {number}'],
  'payment-processing': ['Проведение оплаты {number}', '{number} төлемін өткізу', 'Processing payment {number}'],
  'order-fulfillment': ['Исполнение заказа {number}', '{number} тапсырысын орындау', 'Fulfilling order {number}'],
}

/** Steps of the orchestrators; `{documents}` are what the step made. */
export const stepWords: Readonly<Record<string, Words>> = {
  wait: ['Ожидание: {note}', 'Күту: {note}', 'Waiting: {note}'],
  'create the order': ['Создан заказ {documents}', '{documents} тапсырысы құрылды', 'Order {documents} was created'],
  'activate the customer': ['Клиент стал действующим', 'Клиент белсенді болды', 'The customer became active'],
  'open the recurring schedule': [
    'Составлено расписание повторных заказов',
    'Қайталанатын тапсырыстар кестесі жасалды',
    'Recurring orders were scheduled',
  ],
  'release the holds whose gate opened': [
    'Сняты удержания, причина которых исчезла',
    'Себебі жойылған кідірістер алынды',
    'Holds whose reason is gone were released',
  ],
  'hold what the gates object to': [
    'Заказ придержан проверками',
    'Тапсырысты тексерулер кідіртті',
    'The checks put the order on hold',
  ],
  'put the order on hold': ['Заказ переведён в ожидание', 'Тапсырыс күтуге ауыстырылды', 'The order was put on hold'],
  'confirm the order': ['Заказ подтверждён', 'Тапсырыс расталды', 'The order was confirmed'],
  'let a held order go on': [
    'Придержанный заказ продолжен',
    'Кідіртілген тапсырыс жалғастырылды',
    'The held order goes on',
  ],
  'reserve what is in stock': [
    'Товар на складе зарезервирован',
    'Қоймадағы тауар резервке алынды',
    'What is in stock was reserved',
  ],
  'produce what is short': [
    'Недостающее передано в производство: {documents}',
    'Жетіспейтіні өндіріске берілді: {documents}',
    'What is short will be made: {documents}',
  ],
  'buy what is short': [
    'Недостающее передано в закупку: {documents}',
    'Жетіспейтіні сатып алуға берілді: {documents}',
    'What is short will be bought: {documents}',
  ],
  'hand out the work': [
    'Поставлены задачи по услугам: {documents}',
    'Қызметтер бойынша тапсырмалар қойылды: {documents}',
    'Tasks for the services: {documents}',
  ],
  'deliver digital goods': ['Цифровые товары переданы', 'Цифрлық тауарлар берілді', 'Digital goods were handed over'],
  'pick what is reserved': [
    'Создано задание на сборку {documents}',
    '{documents} жинау тапсырмасы құрылды',
    'Picking order {documents} was created',
  ],
  'plan the delivery': [
    'Запланирована доставка {documents}',
    '{documents} жеткізуі жоспарланды',
    'Delivery {documents} was planned',
  ],
  'start processing': ['Заказ взят в работу', 'Тапсырыс жұмысқа алынды', 'Work on the order began'],
  'tell the orders what they were paid': [
    'Заказы узнали о своей оплате',
    'Тапсырыстар төлемі туралы білді',
    'The orders know what they were paid',
  ],
  'end what is delivered and paid': [
    'Доставленные и оплаченные заказы завершены',
    'Жеткізілген әрі төленген тапсырыстар аяқталды',
    'What is delivered and paid was completed',
  ],
  'move the order on': [
    'Заказ переведён в следующий статус',
    'Тапсырыс келесі мәртебеге ауыстырылды',
    'The order moved on',
  ],
}

/** Queued listeners by name. */
export const listenerWords: Readonly<Record<string, Words>> = {
  'deals.order-totals': [
    'Пересчёт сумм сделки по заказам',
    'Тапсырыстар бойынша мәміле сомаларын қайта есептеу',
    'Totals of the deal’s orders',
  ],
  'deals.activity-touch': ['Отметка последнего контакта', 'Соңғы байланысты белгілеу', 'Last contact of the deal'],
  'customers.metrics': [
    'Пересчёт показателей клиента',
    'Клиент көрсеткіштерін қайта есептеу',
    'Figures of the customer',
  ],
  'customers.status-notice': [
    'Уведомление о статусе клиента',
    'Клиент мәртебесі туралы хабарлама',
    'Notice of the customer’s status',
  ],
  'credit-release': [
    'Проверка заказов, ждущих кредита',
    'Несие күтіп тұрған тапсырыстарды тексеру',
    'Check of orders held for credit',
  ],
  'products.take-bom-cost': [
    'Себестоимость из спецификации',
    'Спецификациядан өзіндік құн',
    'Cost from the bill of materials',
  ],
  'production.roll-up-parent-boms': [
    'Пересчёт спецификаций',
    'Спецификацияларды қайта есептеу',
    'Costs of the parent bills',
  ],
  'inventory.stock-alerts': ['Уведомления о запасе', 'Қор туралы хабарламалар', 'Notices of stock levels'],
  'deal-won-tasks': ['Задачи по выигранной сделке', 'Ұтылып алынған мәміле тапсырмалары', 'Tasks of the won deal'],
  'deal-won-notice': [
    'Уведомление о выигранной сделке',
    'Ұтылып алынған мәміле туралы хабарлама',
    'Notice of the won deal',
  ],
  'order-notices': ['Уведомления о заказе', 'Тапсырыс туралы хабарламалар', 'Notices of the order'],
  'order-low-stock': ['Проверка сроков по заказам', 'Тапсырыстар мерзімін тексеру', 'Check of promised dates'],
  'prospect-by-deal': [
    'Лид стал потенциальным клиентом',
    'Лид әлеуетті клиентке айналды',
    'The lead became a prospect',
  ],
  'stock-watch': ['Проверка уровня запаса', 'Қор деңгейін тексеру', 'Check of stock levels'],
  'supply-tasks': [
    'Задачи складу и логистике',
    'Қойма мен логистикаға тапсырмалар',
    'Tasks for warehouse and logistics',
  ],
  'backorder-release': ['Распределение поступившего товара', 'Түскен тауарды бөлу', 'Arrived goods to waiting orders'],
}
