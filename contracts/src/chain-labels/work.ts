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
  'approval-workflow': ['Согласование', 'Келісу', 'Approval'],
  'order-cancellation': ['Отмена заказа {number}', '{number} тапсырысын тоқтату', 'Cancelling order {number}'],
  'order-refund': ['Возврат денег {number}', '{number} ақша қайтару', 'Refund {number}'],
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
  'raise the limit of a good payer': [
    'Лимит временно поднят: клиент платит вовремя',
    'Лимит уақытша көтерілді: клиент уақытында төлейді',
    'The limit was raised for a while: the customer pays on time',
  ],
  'ask who may approve': [
    'Отправлен запрос на согласование',
    'Келісуге сұрау жіберілді',
    'Whoever may approve was asked',
  ],
  'note the approval': ['Согласование отмечено в заказе', 'Келісу тапсырыста белгіленді', 'The approval was noted'],
  'ask the next level': ['Запрос передан следующему', 'Сұрау келесі деңгейге берілді', 'The next level was asked'],
  'pass it to the superior': [
    'Срок истёк, запрос передан выше',
    'Мерзім өтті, сұрау жоғарыға берілді',
    'Nobody decided in time, a superior was asked',
  ],
  'refuse what was asked': ['В согласовании отказано', 'Келісуден бас тартылды', 'What was asked was refused'],
  'grant what was asked': ['Согласование получено', 'Келісу алынды', 'What was asked was granted'],
  'take the VAT rates of the day': [
    'Ставки НДС обновлены на день решения',
    'ҚҚС мөлшерлемелері шешім күніне жаңартылды',
    'The VAT rates of the day were taken',
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
  'keep stock for the prepayment': [
    'Товар отложен до предоплаты',
    'Тауар алдын ала төлемге дейін сақталды',
    'Stock is kept until the prepayment',
  ],
  'take what was kept for it': [
    'Отложенный товар закреплён за заказом',
    'Сақталған тауар тапсырысқа бекітілді',
    'What was kept became the order’s',
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
    'Создано задание на отбор {documents}',
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
  'take the goods off the picking lists': [
    'Отменён отбор {documents}',
    '{documents} жинау тоқтатылды',
    'Picking {documents} was cancelled',
  ],
  'release what was reserved': ['Снят резерв товара', 'Тауар резерві алынды', 'What was reserved was released'],
  'cancel the production': [
    'Отменено производство {documents}',
    '{documents} өндірісі тоқтатылды',
    'Production {documents} was cancelled',
  ],
  'make less': [
    'Уменьшено производство {documents}',
    '{documents} өндірісі азайтылды',
    'Production {documents} was reduced',
  ],
  'let the production go on for stock': [
    'Производство {documents} продолжится на склад',
    '{documents} өндірісі қойма үшін жалғасады',
    'Production {documents} goes on for stock',
  ],
  'buy less': [
    'Сокращена закупка {documents}',
    '{documents} сатып алу қысқартылды',
    'Purchase {documents} was cut down',
  ],
  'ask the buyer': [
    'Закупщику поставлены задачи: {documents}',
    'Сатып алушыға тапсырмалар қойылды: {documents}',
    'Tasks for the buyer: {documents}',
  ],
  'cancel the delivery': [
    'Отменена доставка {documents}',
    '{documents} жеткізуі тоқтатылды',
    'Delivery {documents} was cancelled',
  ],
  'drop the tasks': ['Сняты задачи: {documents}', 'Тапсырмалар алынды: {documents}', 'Tasks dropped: {documents}'],
  'cancel the lines': ['Позиции заказа отменены', 'Тапсырыс жолдары тоқтатылды', 'Lines of the order were cancelled'],
  'void the papers': ['Аннулирован счёт {documents}', '{documents} шоты жойылды', 'Invoice {documents} was voided'],
  'credit what was invoiced': [
    'Выписан кредитовый документ {documents}',
    '{documents} кредиттік құжаты жазылды',
    'Credit note {documents} was issued',
  ],
  'free the money': [
    'Освобождена оплата {documents}',
    '{documents} төлемі босатылды',
    'Payment {documents} was set free',
  ],
  'end the order or let the rest go on': [
    'Определено, что осталось от заказа',
    'Тапсырыстан не қалғаны анықталды',
    'The order ended, or its rest went on',
  ],
  'leave it to the accountant': [
    'Возврат передан бухгалтеру: {documents}',
    'Қайтару бухгалтерге берілді: {documents}',
    'The refund was left to the accountant: {documents}',
  ],
  'pay the money back': [
    'Деньги возвращены: {documents}',
    'Ақша қайтарылды: {documents}',
    'The money was paid back: {documents}',
  ],
  'tell the order what went back': [
    'Заказ узнал о возврате денег',
    'Тапсырыс ақшаның қайтарылғанын білді',
    'The order knows what went back',
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
  'rep-assignment': [
    'Назначение ответственного за клиента',
    'Клиентке жауаптыны тағайындау',
    'Assignment of the customer',
  ],
  'customer-notices': [
    'Уведомления ответственному за клиента',
    'Клиентке жауаптыға хабарламалар',
    'Notices of the customer',
  ],
  'shipping-notice': ['Уведомление об отгрузке', 'Жөнелту туралы хабарлама', 'Notice of the shipment'],
  'shipping-letter': ['Письмо клиенту об отправке', 'Жөнелту туралы клиентке хат', 'Letter of the shipment'],
  'production-notice': ['Уведомления о выпуске', 'Өндіріс туралы хабарламалар', 'Notices of the production'],
  'approval-notices': ['Уведомления о согласовании', 'Келісу туралы хабарламалар', 'Notices of approvals'],
  'approval-upkeep': [
    'Отзыв запросов, которые больше не нужны',
    'Керек емес сұрауларды қайтарып алу',
    'Withdrawal of questions that are no longer asked',
  ],
  'credit-notice': [
    'Уведомление о превышении лимита',
    'Лимиттен асу туралы хабарлама',
    'Notice of a passed credit limit',
  ],
  'order-low-stock': ['Проверка сроков по заказам', 'Тапсырыстар мерзімін тексеру', 'Check of promised dates'],
  'prospect-by-deal': [
    'Лид стал потенциальным клиентом',
    'Лид әлеуетті клиентке айналды',
    'The lead became a prospect',
  ],
  'kept-stock-notice': [
    'Уведомление о снятом резерве',
    'Алынған резерв туралы хабарлама',
    'Notice of stock that is no longer kept',
  ],
  'stock-watch': ['Проверка уровня запаса', 'Қор деңгейін тексеру', 'Check of stock levels'],
  'supply-tasks': [
    'Задачи складу и логистике',
    'Қойма мен логистикаға тапсырмалар',
    'Tasks for warehouse and logistics',
  ],
  'parked-notice': [
    'Уведомление и задача об остановленном шаге',
    'Тоқтап қалған қадам туралы хабарлама мен тапсырма',
    'Notice and task about a parked step',
  ],
  'order-failure': [
    'Удержание заказа, шаг которого остановлен',
    'Қадамы тоқтап қалған тапсырысты кідірту',
    'Hold of an order whose step was parked',
  ],
  'order-recovery': [
    'Снятие удержания после выполненного шага',
    'Қадам орындалған соң кідірісті алу',
    'Release of an order whose step succeeded',
  ],
  'backorder-release': ['Распределение поступившего товара', 'Түскен тауарды бөлу', 'Arrived goods to waiting orders'],
}
