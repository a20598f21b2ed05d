// The rules that single fields and acts are held to beyond the shape of a request, each in the words of the people who break it.

import { filled, type Language } from './sentence.js'

type Words = Readonly<Record<Language, string>>

/** What a field must be. */
const ofFields = {
  REQUIRED: { ru: 'Заполните это поле.', kk: 'Бұл өрісті толтырыңыз.', en: 'Fill this in.' },
  MALFORMED: { ru: 'Неверный формат.', kk: 'Пішімі қате.', en: 'The format is wrong.' },
  UNKNOWN: { ru: 'Такой записи нет.', kk: 'Мұндай жазба жоқ.', en: 'There is no such record.' },
  EMAIL_OR_PHONE: {
    ru: 'Нужна почта или телефон.',
    kk: 'Пошта немесе телефон керек.',
    en: 'Give an e-mail or a phone.',
  },
  NOT_NEGATIVE: { ru: 'Не меньше 0.', kk: 'Кемінде 0.', en: 'At least 0.' },
  POSITIVE: { ru: 'Больше 0.', kk: '0 мәнінен артық.', en: 'More than 0.' },
  AT_MOST: { ru: 'Не больше {maximum}.', kk: 'Ең көбі {maximum}.', en: 'At most {maximum}.' },
  BETWEEN_0_AND: { ru: 'От 0 до {maximum}.', kk: '0 мен {maximum} аралығында.', en: 'Between 0 and {maximum}.' },
  NOT_IN_THE_FUTURE: {
    ru: 'Дата не может быть позже сегодняшней.',
    kk: 'Күн бүгіннен кеш болмауы керек.',
    en: 'The date cannot be later than today.',
  },
  NOT_IN_THE_PAST: {
    ru: 'Дата не может быть раньше сегодняшней.',
    kk: 'Күн бүгіннен ерте болмауы керек.',
    en: 'The date cannot be earlier than today.',
  },
  EACH_LINE_ONCE: {
    ru: 'Эта строка названа дважды.',
    kk: 'Бұл жол екі рет аталған.',
    en: 'This line is named twice.',
  },
  TOO_MANY_LINES: {
    ru: 'Строк не больше {maximum}.',
    kk: 'Жолдар саны ең көбі {maximum}.',
    en: 'At most {maximum} lines.',
  },
  ACTIVE_EMPLOYEE: {
    ru: 'Это не работающий сотрудник этого пространства.',
    kk: 'Бұл осы кеңістіктің жұмыс істейтін қызметкері емес.',
    en: 'This is no active employee of the workspace.',
  },
  CONTACT_OF_THE_CUSTOMER: {
    ru: 'Это контакт другого клиента.',
    kk: 'Бұл басқа клиенттің байланысы.',
    en: 'This is not a contact of the customer.',
  },
  ADDRESS_OF_THE_CUSTOMER: {
    ru: 'Это адрес другого клиента.',
    kk: 'Бұл басқа клиенттің мекенжайы.',
    en: 'This is not an address of the customer.',
  },
  ONE_CUSTOMER: {
    ru: 'Счёт, заказ и клиент должны быть одного клиента.',
    kk: 'Шот, тапсырыс және клиент бір клиентке тиесілі болуы керек.',
    en: 'The invoice, the order and the customer must belong together.',
  },
  CARD_OF_THE_COLUMN: {
    ru: 'Этой карточки нет в колонке.',
    kk: 'Бұл карточка бағанда жоқ.',
    en: 'This card is not in the column.',
  },
  VALUE_OR_PRODUCTS: {
    ru: 'Укажите сумму или добавьте товары.',
    kk: 'Соманы көрсетіңіз немесе тауарларды қосыңыз.',
    en: 'Give a value or add products.',
  },
  AT_MOST_THE_DEAL: {
    ru: 'Не больше суммы сделки: {maximum}.',
    kk: 'Мәміле сомасынан аспайды: {maximum}.',
    en: 'At most the value of the deal: {maximum}.',
  },
  REASON_FOR_A_STEP_BACK: {
    ru: 'Для шага назад нужна причина.',
    kk: 'Артқа қадам жасау үшін себеп керек.',
    en: 'A step back needs a reason.',
  },
  REQUIRED_WHEN_RECURRING: {
    ru: 'Заполните для повторяющейся сделки.',
    kk: 'Қайталанатын мәміле үшін толтырыңыз.',
    en: 'Fill this in for a recurring deal.',
  },
  PIPELINE: {
    ru: 'Такой воронки нет, или нет воронки по умолчанию.',
    kk: 'Мұндай воронка жоқ немесе әдепкі воронка белгіленбеген.',
    en: 'There is no such pipeline, or none by default.',
  },
  STAGE_OF_THE_PIPELINE: {
    ru: 'В воронке нет такой стадии.',
    kk: 'Воронкада мұндай кезең жоқ.',
    en: 'The pipeline has no such stage.',
  },
  WHOLE_LINE: {
    ru: 'Доставленное и отклонённое вместе — вся строка: {quantity}.',
    kk: 'Жеткізілген мен қабылданбаған бірге — бүкіл жол: {quantity}.',
    en: 'Delivered and rejected together make the whole line: {quantity}.',
  },
  THRESHOLDS: {
    ru: 'Пороги уровней заданы неверно.',
    kk: 'Деңгейлердің шектері қате көрсетілген.',
    en: 'The thresholds of the levels are wrong.',
  },
  UNIT_OF_THE_COMPONENT: {
    ru: 'Единица компонента — {unit}.',
    kk: 'Құрамдас бірлігі — {unit}.',
    en: 'The component is counted in {unit}.',
  },
  KNOWN_UNIT: {
    ru: 'Единицы «{unit}» нет в справочнике.',
    kk: 'Анықтамалықта «{unit}» бірлігі жоқ.',
    en: 'There is no unit “{unit}”.',
  },
  VAT_RATE_OF_THE_KIND: {
    ru: 'Ставка этого вида НДС — {expected} %.',
    kk: 'ҚҚС-тың бұл түрінің мөлшерлемесі — {expected} %.',
    en: 'The rate of this kind of VAT is {expected} %.',
  },
  EXPIRY_NEEDS_BATCHES: {
    ru: 'Срок годности есть только у товара с учётом партий.',
    kk: 'Жарамдылық мерзімі тек партиямен есептелетін тауарда болады.',
    en: 'Only a product kept in batches expires.',
  },
  STOCK_LEVELS_OUT_OF_ORDER: {
    ru: 'Не меньше {minimum}: минимум ≤ точка заказа ≤ максимум.',
    kk: 'Кемінде {minimum}: минимум ≤ тапсырыс нүктесі ≤ максимум.',
    en: 'At least {minimum}: minimum ≤ reorder point ≤ maximum.',
  },
  NOT_ITSELF: {
    ru: 'Товар не заменяет сам себя.',
    kk: 'Тауар өзін-өзі алмастырмайды.',
    en: 'A product does not replace itself.',
  },
} satisfies Record<string, Words>

/** What an act is held to. */
const ofActs = {
  MAIN_WORKSPACE_STAYS: {
    ru: 'Главное пространство нельзя закрыть.',
    kk: 'Негізгі кеңістікті жабуға болмайды.',
    en: 'The main workspace cannot be closed.',
  },
  TRACKED_IN_STOCK: {
    ru: '«{product}» не учитывается на складе.',
    kk: '«{product}» қоймада есептелмейді.',
    en: '“{product}” is not kept in stock.',
  },
  SALES_ORDER_OPEN: {
    ru: 'Заказ уже доставлен, завершён или отменён. Произведите на склад.',
    kk: 'Тапсырыс жеткізілген, аяқталған немесе тоқтатылған. Қоймаға өндіріңіз.',
    en: 'The order is delivered, completed or cancelled already. Produce for stock.',
  },
  REQUISITION_OPEN: {
    ru: 'Заявка на «{product}» уже закрыта.',
    kk: '«{product}» өтінімі жабылған.',
    en: 'The requisition of “{product}” is closed already.',
  },
  WAREHOUSE_IN_USE: {
    ru: 'Склад «{warehouse}» не используется. Выберите другой.',
    kk: '«{warehouse}» қоймасы қолданылмайды. Басқасын таңдаңыз.',
    en: 'The warehouse “{warehouse}” is out of use. Choose another.',
  },
  DEFAULT_WAREHOUSE: {
    ru: 'Нет склада по умолчанию. Выберите склад или назначьте основной.',
    kk: 'Әдепкі қойма жоқ. Қойманы таңдаңыз немесе негізгісін белгілеңіз.',
    en: 'There is no default warehouse. Choose one, or name the default.',
  },
  WAREHOUSE_NEVER_SELLS: {
    ru: 'Со склада такого вида не продают.',
    kk: 'Мұндай түрдегі қоймадан сатылмайды.',
    en: 'Nothing is sold from a warehouse of this kind.',
  },
  DELIVERED_WITHIN_ORDERED: {
    ru: 'Осталось передать {left}. Уменьшите количество.',
    kk: 'Беруге қалғаны {left}. Санын азайтыңыз.',
    en: '{left} is left to hand over. Lower the quantity.',
  },
  CANCELLED_WITHIN_ORDERED: {
    ru: 'Отменить можно не больше {left}. Уменьшите количество.',
    kk: 'Ең көбі {left} бас тартуға болады. Санын азайтыңыз.',
    en: 'At most {left} can be cancelled. Lower the quantity.',
  },
  BUNDLE_IS_WHOLE: {
    ru: 'Комплект отменяют целиком, а не по частям.',
    kk: 'Жинақтан бөліктеп емес, тұтас бас тартылады.',
    en: 'A bundle is cancelled whole, not by its parts.',
  },
  DELIVERY_ATTEMPTS: {
    ru: 'Попыток доставки было {maximum}. Договоритесь с клиентом и закройте доставку.',
    kk: 'Жеткізу әрекеттері {maximum} болды. Клиентпен келісіп, жеткізуді жабыңыз.',
    en: 'There were {maximum} attempts to deliver. Agree with the customer and close the delivery.',
  },
  WITHIN_OWN_LIMIT: {
    ru: 'Согласование не нужно: скидка в пределах вашего лимита.',
    kk: 'Келісу керек емес: жеңілдік сіздің шегіңізде.',
    en: 'No approval is needed: the discount is within your limit.',
  },
  SEPARATION_OF_DUTIES: {
    ru: 'Возврат подтверждает не тот, кто его запросил.',
    kk: 'Қайтаруды сұраған адам өзі бекітпейді.',
    en: 'A refund is approved by somebody other than who asked for it.',
  },
  DEAL_VALUE_POSITIVE: {
    ru: 'Сумма сделки должна быть больше 0.',
    kk: 'Мәміле сомасы 0-ден артық болуы керек.',
    en: 'The value of the deal must be more than 0.',
  },
  PIPELINE_HAS_WON_STAGE: {
    ru: 'В воронке нет стадии выигрыша. Добавьте её в настройках.',
    kk: 'Воронкада жеңіс кезеңі жоқ. Баптауларда қосыңыз.',
    en: 'The pipeline has no stage for won deals. Add one in the settings.',
  },
  WON_WITH_LINES: {
    ru: 'Сделку без товаров нельзя выиграть. Добавьте товары.',
    kk: 'Тауарсыз мәмілені жеңуге болмайды. Тауарларды қосыңыз.',
    en: 'A deal without products cannot be won. Add products.',
  },
  OWN_INVOICE: {
    ru: 'Выставляют только счета клиентам.',
    kk: 'Тек клиенттерге арналған шоттар шығарылады.',
    en: 'Only invoices to customers are issued.',
  },
  TOTAL_POSITIVE: {
    ru: 'Сумма счёта должна быть больше 0.',
    kk: 'Шот сомасы 0-ден артық болуы керек.',
    en: 'The total of the invoice must be more than 0.',
  },
  INVOICE_ISSUED: {
    ru: 'Оплатить можно только выставленный счёт.',
    kk: 'Тек шығарылған шотты төлеуге болады.',
    en: 'Only an issued invoice can be paid.',
  },
  MERGED: {
    ru: 'Карточка объединена с другой. Откройте ту.',
    kk: 'Карточка басқасымен біріктірілген. Сонысын ашыңыз.',
    en: 'The card was merged into another. Open that one.',
  },
  COMPANY_HAS_NO_IIN: {
    ru: 'У компании БИН, а не ИИН.',
    kk: 'Компанияда ЖСН емес, БСН болады.',
    en: 'A company has a BIN, not an IIN.',
  },
  PERSON_HAS_NO_BIN: {
    ru: 'У физического лица ИИН, а не БИН.',
    kk: 'Жеке тұлғада БСН емес, ЖСН болады.',
    en: 'A person has an IIN, not a BIN.',
  },
  SUPPLIER_BLOCKED: {
    ru: 'Поставщик «{supplier}» заблокирован.',
    kk: '«{supplier}» жеткізушісі бұғатталған.',
    en: 'The supplier “{supplier}” is blocked.',
  },
  SETTING_IS_FIXED: {
    ru: 'Настройку «{key}» нельзя изменить.',
    kk: '«{key}» баптауын өзгертуге болмайды.',
    en: 'The setting “{key}” cannot be changed.',
  },
  DEAL_SERVICE_STAYS: {
    ru: 'Это системная услуга для сделок без товаров. Её нельзя удалить или сменить ей код и тип.',
    kk: 'Бұл тауарсыз мәмілелерге арналған жүйелік қызмет. Оны жоюға не коды мен түрін өзгертуге болмайды.',
    en: 'This is the system’s service for deals without products. It cannot be deleted, nor its code or type changed.',
  },
  CATEGORY_DEPTH: {
    ru: 'Уровней категорий не больше {maximum}.',
    kk: 'Санат деңгейлері ең көбі {maximum}.',
    en: 'At most {maximum} levels of categories.',
  },
  COST_FOLLOWS_STOCK: {
    ru: 'Себестоимость считается по складу и вручную не меняется.',
    kk: 'Өзіндік құн қойма бойынша есептеледі, қолмен өзгертілмейді.',
    en: 'The cost follows the stock and is not changed by hand.',
  },
} satisfies Record<string, Words>

export const rules = { ...ofFields, ...ofActs }

export type Rule = keyof typeof rules

/** The rule in words, its facts put in; nothing where the name is of no rule of ours. */
export function ruleSentence(
  rule: unknown,
  language: Language,
  facts: Readonly<Record<string, unknown>> = {},
): string | undefined {
  const words = typeof rule === 'string' && Object.hasOwn(rules, rule) ? rules[rule as Rule] : undefined
  return words && filled(words[language], facts)
}
