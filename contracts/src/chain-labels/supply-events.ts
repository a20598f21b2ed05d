import type { Words } from './words.js'

/** Products, stock, warehouse, logistics, procurement and production. */
export const supplyEvents = {
  'product.created': ['Создан товар {number}', '{number} тауары құрылды', 'Product {number} was created'],
  'product.updated': ['Изменён товар {number}', '{number} тауары өзгертілді', 'Product {number} was changed'],
  'product.deleted': ['Товар {number} удалён', '{number} тауары жойылды', 'Product {number} was deleted'],
  'product.restored': [
    'Товар {number} восстановлен',
    '{number} тауары қалпына келтірілді',
    'Product {number} was restored',
  ],
  'product.status.changed': [
    'Изменён статус товара {number}',
    '{number} тауарының мәртебесі өзгерді',
    'The status of product {number} changed',
  ],
  'product.price.changed': [
    'Изменена цена товара {number}',
    '{number} тауарының бағасы өзгерді',
    'The price of product {number} changed',
  ],
  'product.stock.low': ['Товара {number} мало', '{number} тауары аз қалды', 'Product {number} is running low'],
  'product.imported': ['Загружены товары', 'Тауарлар жүктелді', 'Products were imported'],
  'product.category.changed': [
    'Товар {number} перенесён в другую категорию',
    '{number} тауары басқа санатқа көшірілді',
    'Product {number} moved to another category',
  ],

  'stock.reserved': [
    'Зарезервирован товар {number}',
    '{number} тауары резервке алынды',
    'Product {number} was reserved',
  ],
  'stock.released': [
    'Резерв товара {number} снят',
    '{number} тауарының резерві алынды',
    'A reservation of {number} was released',
  ],
  'stock.received': [
    'На склад поступил товар {number}: {quantity}',
    'Қоймаға {number} тауары түсті: {quantity}',
    'Product {number} arrived in stock: {quantity}',
  ],
  'stock.issued': [
    'Со склада ушёл товар {number}: {quantity}',
    'Қоймадан {number} тауары шықты: {quantity}',
    'Product {number} left stock: {quantity}',
  ],
  'stock.adjusted': [
    'Исправлен остаток товара {number}',
    '{number} тауарының қалдығы түзетілді',
    'The stock of {number} was adjusted',
  ],
  'stock.transferred': [
    'Товар перемещён между складами',
    'Тауар қоймалар арасында көшірілді',
    'Goods moved between warehouses',
  ],
  'stock.count.posted': ['Проведена инвентаризация', 'Түгендеу жүргізілді', 'A stock count was posted'],
  'inventory.low': [
    'Товара {number} мало: осталось {available}',
    '{number} тауары аз: {available} қалды',
    'Product {number} is low: {available} left',
  ],
  'inventory.out_of_stock': [
    'Товар {number} закончился',
    '{number} тауары таусылды',
    'Product {number} is out of stock',
  ],
  'inventory.replenished': [
    'Запас товара {number} восполнен',
    '{number} тауарының қоры толықтырылды',
    'The stock of {number} is replenished',
  ],
  'batch.expiring': ['Истекает срок партии', 'Партияның мерзімі аяқталып келеді', 'A batch is about to expire'],

  'picking.created': [
    'Создано задание на отбор {number}',
    '{number} жинау тапсырмасы құрылды',
    'Picking order {number} was created',
  ],
  'picking.assigned': [
    'Отбор {number} поручен кладовщику',
    '{number} жинау қоймашыға тапсырылды',
    'Picking {number} was assigned',
  ],
  'picking.started': ['Начат отбор {number}', '{number} жинау басталды', 'Picking {number} began'],
  'picking.completed': ['Отбор {number} закончен', '{number} жинау аяқталды', 'Picking {number} is done'],
  'picking.cancelled': ['Отбор {number} отменён', '{number} жинау тоқтатылды', 'Picking {number} was cancelled'],
  'shipment.created': ['Создана отгрузка {number}', '{number} жөнелтілімі құрылды', 'Shipment {number} was created'],
  'shipment.dispatched': [
    'Отгрузка {number} передана перевозчику',
    '{number} жөнелтілімі тасымалдаушыға берілді',
    'Shipment {number} was handed to the carrier',
  ],
  'shipment.cancelled': [
    'Отгрузка {number} отменена',
    '{number} жөнелтілімі тоқтатылды',
    'Shipment {number} was cancelled',
  ],
  'delivery.created': [
    'Запланирована доставка {number}',
    '{number} жеткізуі жоспарланды',
    'Delivery {number} was planned',
  ],
  'delivery.assigned': [
    'На доставку {number} назначен водитель',
    '{number} жеткізуіне жүргізуші тағайындалды',
    'A driver was assigned to delivery {number}',
  ],
  'delivery.started': ['Доставка {number} в пути', '{number} жеткізуі жолда', 'Delivery {number} is on its way'],
  'delivery.completed': [
    'Доставка {number} получена клиентом',
    '{number} жеткізуін клиент қабылдады',
    'Delivery {number} was received',
  ],
  'delivery.failed': ['Доставка {number} не удалась', '{number} жеткізуі сәтсіз аяқталды', 'Delivery {number} failed'],
  'delivery.cancelled': [
    'Доставка {number} отменена',
    '{number} жеткізуі тоқтатылды',
    'Delivery {number} was cancelled',
  ],
  'delivery.parked': [
    'Шаг остановлен после неудачных попыток: {step}',
    'Қадам сәтсіз әрекеттерден кейін тоқтатылды: {step}',
    'A step was parked after its tries failed: {step}',
  ],
  'delivery.recovered': [
    'Остановленный шаг выполнен: {step}',
    'Тоқтап қалған қадам орындалды: {step}',
    'A parked step succeeded: {step}',
  ],
  'delivery.retried': [
    'Остановленный шаг запущен снова: {step}',
    'Тоқтап қалған қадам қайта іске қосылды: {step}',
    'A parked step was started again: {step}',
  ],
  'delivery.skipped': [
    'Остановленный шаг пропущен: {step} — {reason}',
    'Тоқтап қалған қадам өткізілді: {step} — {reason}',
    'A parked step was skipped: {step} — {reason}',
  ],

  'purchase.requisition.created': [
    'Создана заявка на закупку {number}',
    '{number} сатып алу өтінімі құрылды',
    'Purchase requisition {number} was created',
  ],
  'purchase.requisition.approved': [
    'Заявка на закупку {number} согласована',
    '{number} сатып алу өтінімі келісілді',
    'Purchase requisition {number} was approved',
  ],
  'purchase.requisition.rejected': [
    'Заявка на закупку {number} отклонена',
    '{number} сатып алу өтінімі қабылданбады',
    'Purchase requisition {number} was rejected',
  ],
  'purchase.requisition.reduced': [
    'Заявка на закупку {number} уменьшена',
    '{number} сатып алу өтінімі азайтылды',
    'Purchase requisition {number} was reduced',
  ],
  'purchase.requisition.cancelled': [
    'Заявка на закупку {number} отменена',
    '{number} сатып алу өтінімі тоқтатылды',
    'Purchase requisition {number} was cancelled',
  ],
  'purchase.order.sent': [
    'Поставщику отправлен заказ {number}',
    'Жеткізушіге {number} тапсырысы жіберілді',
    'Order {number} was sent to the supplier',
  ],
  'rfq.awarded': ['Выбран поставщик', 'Жеткізуші таңдалды', 'A supplier was chosen'],
  'supplier.created': ['Создан поставщик', 'Жеткізуші құрылды', 'A supplier was created'],
  'goods.receipt.confirmed': [
    'Проведён приход {number}',
    '{number} кірісі өткізілді',
    'Goods receipt {number} was confirmed',
  ],

  'production.order.created': [
    'Создан заказ на производство {number}',
    '{number} өндіріс тапсырысы құрылды',
    'Production order {number} was created',
  ],
  'production.order.scheduled': [
    'Производство {number} запланировано',
    '{number} өндірісі жоспарланды',
    'Production {number} was scheduled',
  ],
  'production.order.released': [
    'Производство {number} запущено в работу',
    '{number} өндірісі жұмысқа жіберілді',
    'Production {number} was released',
  ],
  'production.order.started': [
    'Производство {number} начато',
    '{number} өндірісі басталды',
    'Production {number} began',
  ],
  'production.order.completed': [
    'Производство {number} закончено',
    '{number} өндірісі аяқталды',
    'Production {number} is finished',
  ],
  'production.order.cancelled': [
    'Производство {number} отменено',
    '{number} өндірісі тоқтатылды',
    'Production {number} was cancelled',
  ],
  'production.order.detached': [
    'Производство {number} продолжается для склада',
    '{number} өндірісі қойма үшін жалғасады',
    'Production {number} goes on for stock',
  ],
  'production.order.reduced': [
    'Производство {number} уменьшено',
    '{number} өндірісі азайтылды',
    'Production {number} was reduced',
  ],
  'production.order.failed': [
    'Производство {number} сорвалось',
    '{number} өндірісі сәтсіз аяқталды',
    'Production {number} failed',
  ],
  'production.order.held': [
    'Производство {number} приостановлено',
    '{number} өндірісі кідіртілді',
    'Production {number} was put on hold',
  ],
  'production.order.resumed': [
    'Производство {number} продолжено',
    '{number} өндірісі жалғастырылды',
    'Production {number} goes on',
  ],
  'production.completed': [
    'Готовая продукция по {number} принята на склад',
    '{number} бойынша дайын өнім қоймаға алынды',
    'The output of {number} was put in stock',
  ],
  'production.waiting.materials': [
    'Производство {number} ждёт материалов',
    '{number} өндірісі материал күтуде',
    'Production {number} waits for materials',
  ],
  'production.delayed': [
    'Производство {number} задерживается',
    '{number} өндірісі кешігуде',
    'Production {number} is late',
  ],
  'production.materials.consumed': [
    'Материалы списаны в производство {number}',
    'Материалдар {number} өндірісіне жұмсалды',
    'Materials were used by production {number}',
  ],
  'production.batch.completed': ['Выпущена партия', 'Партия шығарылды', 'A batch was made'],
  'production.batch.released': [
    'Партия допущена на склад',
    'Партия қоймаға жіберілді',
    'A batch was released to stock',
  ],
  'work.order.assigned': ['Рабочее задание поручено', 'Жұмыс тапсырмасы берілді', 'A work order was assigned'],
  'work.order.started': ['Рабочее задание начато', 'Жұмыс тапсырмасы басталды', 'A work order began'],
  'work.order.completed': ['Рабочее задание выполнено', 'Жұмыс тапсырмасы орындалды', 'A work order is done'],
  'quality.inspection.created': [
    'Назначена проверка качества',
    'Сапа тексеруі тағайындалды',
    'A quality inspection was opened',
  ],
  'quality.inspection.passed': ['Проверка качества пройдена', 'Сапа тексеруінен өтті', 'The inspection was passed'],
  'quality.inspection.failed': [
    'Проверка качества не пройдена',
    'Сапа тексеруінен өтпеді',
    'The inspection was failed',
  ],
  'bom.activated': ['Введена в действие спецификация', 'Спецификация күшіне енді', 'A bill of materials was activated'],
  'bom.cost.changed': [
    'Изменилась себестоимость по спецификации',
    'Спецификация бойынша өзіндік құн өзгерді',
    'The cost of a bill of materials changed',
  ],
  'equipment.broken': ['Сломалось оборудование', 'Жабдық істен шықты', 'Equipment broke down'],
  'maintenance.due': [
    'Подошло обслуживание оборудования',
    'Жабдыққа қызмет көрсету уақыты келді',
    'Maintenance is due',
  ],
} as const satisfies Record<string, Words>
