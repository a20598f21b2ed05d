import type { RefusalText } from './refusal-text.js'

/** Deals, orders, shipments and returns. */
export const salesRefusals = {
  DEAL_CLOSED: {
    status: 422,
    ru: 'Сделка закрыта, изменить её нельзя. Откройте её заново или создайте новую.',
    kk: 'Мәміле жабылған, оны өзгертуге болмайды. Оны қайта ашыңыз немесе жаңасын құрыңыз.',
    en: 'The deal is closed and cannot be changed. Reopen it or create a new one.',
  },
  LOST_REASON_REQUIRED: {
    status: 400,
    ru: 'Укажите причину, по которой сделка проиграна.',
    kk: 'Мәміленің ұтылу себебін көрсетіңіз.',
    en: 'State the reason why the deal was lost.',
  },
  REQUIREMENTS_NOT_MET: {
    status: 422,
    ru: 'Для перехода не выполнены условия: {missing}. Заполните их и повторите.',
    kk: 'Өту үшін мына шарттар орындалмаған: {missing}. Оларды толтырып, қайталаңыз.',
    en: 'The conditions of this step are not met: {missing}. Complete them and try again.',
  },
  NO_CUSTOMER: {
    status: 422,
    ru: 'В сделке не указан клиент. Выберите клиента и повторите.',
    kk: 'Мәміледе клиент көрсетілмеген. Клиентті таңдап, қайталаңыз.',
    en: 'The deal has no customer. Choose one and try again.',
  },
  DEAL_HAS_ORDER: {
    status: 409,
    ru: 'По сделке уже создан заказ. Измените заказ или сначала отмените его.',
    kk: 'Мәміле бойынша тапсырыс құрылған. Тапсырысты өзгертіңіз немесе алдымен оны тоқтатыңыз.',
    en: 'The deal already has an order. Change the order, or cancel it first.',
  },
  ORDER_EMPTY: {
    status: 422,
    ru: 'В заказе нет ни одной позиции. Добавьте товар или услугу.',
    kk: 'Тапсырыста бірде-бір жол жоқ. Тауар немесе қызмет қосыңыз.',
    en: 'The order has no lines. Add a product or a service.',
  },
  ORDER_LOCKED: {
    status: 422,
    ru: 'Заказ уже исполняется, это изменение невозможно. Отмените позицию или создайте новый заказ.',
    kk: 'Тапсырыс орындалып жатыр, бұл өзгеріс мүмкін емес. Жолды тоқтатыңыз немесе жаңа тапсырыс құрыңыз.',
    en: 'The order is already being fulfilled and this cannot be changed. Cancel the line or create a new order.',
  },
  ALREADY_SHIPPED: {
    status: 422,
    ru: 'Товар уже отгружен. Вместо отмены оформите возврат.',
    kk: 'Тауар тиеп жөнелтілген. Тоқтатудың орнына қайтаруды рәсімдеңіз.',
    en: 'The goods have already been shipped. Make a return instead of a cancellation.',
  },
  NOT_PICKED: {
    status: 422,
    ru: 'Товар ещё не отобран. Завершите отбор и повторите отгрузку.',
    kk: 'Тауар әлі жиналмаған. Жинауды аяқтап, жөнелтуді қайталаңыз.',
    en: 'The goods have not been picked yet. Finish picking and ship again.',
  },
  ADDRESS_MISSING: {
    status: 422,
    ru: 'Не указан адрес доставки. Добавьте его в заказ, чтобы отгрузить товар.',
    kk: 'Жеткізу мекенжайы көрсетілмеген. Тауарды жөнелту үшін оны тапсырысқа қосыңыз.',
    en: 'There is no delivery address. Add one to the order so that it can be shipped.',
  },
  RETURN_QUANTITY_EXCEEDED: {
    status: 422,
    ru: 'Вернуть можно не больше {maximum}. Уменьшите количество.',
    kk: '{maximum} мөлшерінен артық қайтаруға болмайды. Санын азайтыңыз.',
    en: 'No more than {maximum} can be returned. Reduce the quantity.',
  },
  PRODUCT_NOT_SELLABLE: {
    status: 422,
    ru: 'Товар «{product}» сейчас не продаётся. Выберите другой или включите его продажу.',
    kk: '«{product}» тауары қазір сатылмайды. Басқасын таңдаңыз немесе оның сатылуын қосыңыз.',
    en: 'The product “{product}” is not for sale now. Choose another one or put it on sale.',
  },
  VAT_RATE_NOT_IN_FORCE: {
    status: 422,
    ru: 'Ставка НДС {rate} % на {date} не действует. Действующие ставки: {allowed} %. Уберите ставку из строки, и система возьмёт законную.',
    kk: '{date} күні {rate} % ҚҚС мөлшерлемесі қолданылмайды. Қолданыстағы мөлшерлемелер: {allowed} %. Жолдан мөлшерлемені алып тастаңыз, жүйе заңдысын алады.',
    en: 'A VAT rate of {rate} % is not in force on {date}. Rates in force: {allowed} %. Leave the rate out and the lawful one is taken.',
  },
  QUANTITY_RULE: {
    status: 422,
    ru: 'Количество должно быть не меньше {minimum} и кратно {multiple}. Исправьте количество.',
    kk: 'Саны {minimum} мөлшерінен кем болмай, {multiple} мөлшеріне еселі болуы керек. Санын түзетіңіз.',
    en: 'The quantity must be at least {minimum} and a multiple of {multiple}. Correct the quantity.',
  },
  PRICE_BELOW_MINIMUM: {
    status: 422,
    ru: 'Цена ниже минимальной: {minimum} ₸. Поднимите её или запросите согласование.',
    kk: 'Баға ең төменгі бағадан аз: {minimum} ₸. Оны көтеріңіз немесе келісуді сұраңыз.',
    en: 'The price is below the minimum of {minimum} ₸. Raise it or ask for approval.',
  },
  PLAN_CHANGED: {
    status: 409,
    ru: 'Пока вы смотрели план, документы изменились. Просмотрите новый план и подтвердите его.',
    kk: 'Сіз жоспарды қарап отырғанда құжаттар өзгерді. Жаңа жоспарды қарап, растаңыз.',
    en: 'The documents changed while you were looking at the plan. Look at the new plan and confirm it.',
  },
} as const satisfies Record<string, RefusalText>
