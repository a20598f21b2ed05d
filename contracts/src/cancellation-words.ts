import { filled, type Words } from './chain-labels/words.js'
import type { Language } from './refusals.js'

/** What a plan of cancellation remarks on a document. `{number}` and `{quantity}` are filled from the effect. */
export const cancellationNotes = {
  TO_THE_SHELF: [
    'Собранный товар вернётся на полку',
    'Жиналған тауар сөреге қайтарылады',
    'Picked goods go back to the shelf',
  ],
  PICKED_IN_PART: [
    'Из задания уйдёт только отменённое',
    'Тапсырмадан тек тоқтатылғаны алынады',
    'Only what is cancelled leaves the list',
  ],
  FOR_MATERIAL: [
    'Материал освободится вместе с производством',
    'Материал өндіріспен бірге босайды',
    'The material is freed with the production',
  ],
  MADE_LESS: ['Количество уменьшится', 'Саны азаяды', 'The quantity becomes less'],
  MADE_FOR_STOCK: [
    'Готовое поступит на склад, связь с заказом снимется',
    'Дайыны қоймаға түседі, тапсырыспен байланысы үзіледі',
    'What is made goes to stock and leaves the order',
  ],
  SURPLUS_FOR_STOCK: [
    'Производство продолжится, лишнее поступит на склад',
    'Өндіріс жалғасады, артығы қоймаға түседі',
    'Production goes on; the surplus goes to stock',
  ],
  MADE_ALREADY: [
    'Изделие уже готово и останется на складе',
    'Бұйым дайын, қоймада қалады',
    'It is made already and stays in stock',
  ],
  BOUGHT_LESS: ['Закупка уменьшится', 'Сатып алу азаяды', 'Less will be bought'],
  SENT_TO_SUPPLIER: [
    'Уже заказано у поставщика: закупщик получит задачу',
    'Жеткізушіге тапсырыс берілген: сатып алушы тапсырма алады',
    'Ordered from the supplier already: the buyer gets a task',
  ],
  ISSUED_ANEW: [
    'Взамен выставится счёт на остаток',
    'Орнына қалдыққа шот жазылады',
    'A new one for the rest takes its place',
  ],
  ORIGINAL_RATES: [
    'По исходным ценам, скидкам и ставкам НДС',
    'Бастапқы бағалар, жеңілдіктер және ҚҚС мөлшерлемелері бойынша',
    'At the original prices, discounts and VAT rates',
  ],
  FREE_FOR_CUSTOMER: [
    'Деньги останутся авансом клиента',
    'Ақша клиенттің авансы болып қалады',
    'The money stays as the customer’s advance',
  ],
  STAYS_WITH_ORDER: [
    'Переплата останется за заказом до выставления счёта',
    'Артық төлем шот жазылғанша тапсырыста қалады',
    'The excess stays with the order until it is invoiced',
  ],
  PAID_OUT: [
    'Деньги вернутся клиенту отдельной выплатой',
    'Ақша клиентке бөлек төлеммен қайтарылады',
    'The money is paid back by a payment of its own',
  ],
  SHIPPED_STAYS: [
    'Отгруженное остаётся у клиента',
    'Жөнелтілгені клиентте қалады',
    'What was handed over stays with the customer',
  ],
} as const satisfies Record<string, Words>
export type CancellationNote = keyof typeof cancellationNotes

/** What the reader of a plan should think about before confirming it. */
export const cancellationWarnings = {
  GOODS_ARE_PICKED: [
    'Товар уже собран: складу придётся вернуть его на место.',
    'Тауар жиналып қойған: қойма оны орнына қайтаруы керек.',
    'Goods are picked already: the warehouse has to put them back.',
  ],
  PRODUCTION_HAS_BEGUN: [
    'Производство уже начато. Решите, закончить изделие для склада или остановить.',
    'Өндіріс басталып кетті. Бұйымды қойма үшін аяқтауды немесе тоқтатуды шешіңіз.',
    'Production has begun. Decide whether to finish it for stock or to stop it.',
  ],
  PURCHASE_IS_SENT: [
    'Закупка уже заказана у поставщика и сама не отменится.',
    'Сатып алу жеткізушіге тапсырылған, өздігінен тоқтамайды.',
    'The purchase is ordered from the supplier and does not cancel itself.',
  ],
  CUSTOMER_HAS_PAID: [
    'Клиент уже платил. Решите, оставить деньги авансом или вернуть.',
    'Клиент төлеп қойған. Ақшаны аванс етіп қалдыруды немесе қайтаруды шешіңіз.',
    'The customer has paid. Decide whether to keep the money as an advance or to refund it.',
  ],
  REFUND_NEEDS_APPROVAL: [
    'Возврат больше лимита и будет ждать согласования.',
    'Қайтару лимиттен асады, келісуді күтеді.',
    'The refund is above the limit and will wait for approval.',
  ],
  PART_IS_SHIPPED: [
    'Часть заказа уже отгружена и отменена не будет. Её можно вернуть возвратом.',
    'Тапсырыстың бір бөлігі жөнелтілген, ол тоқтатылмайды. Оны қайтару арқылы қайтаруға болады.',
    'A part of the order was shipped and is not cancelled. It can come back as a return.',
  ],
} as const satisfies Record<string, Words>
export type CancellationWarning = keyof typeof cancellationWarnings

export const noteSentence = (language: Language, note: CancellationNote): string =>
  filled(cancellationNotes[note], language)
export const warningSentence = (language: Language, warning: CancellationWarning): string =>
  filled(cancellationWarnings[warning], language)
