import type { BoughtRow, Catalogue } from './catalogue-rows.js'
import { digital, services } from './furniture-made.js'
import type { Wish } from './wishes.js'

const good = ([code, name, unit, category, purchasePrice, price, weight, supplier, opening]: readonly [
  string,
  string,
  string,
  string,
  number,
  number,
  number,
  string,
  number,
]): BoughtRow => ({
  code,
  name,
  unit,
  category,
  purchasePrice,
  price,
  weight,
  supplier,
  opening,
  reorder: Math.floor(opening / 4),
  batch: opening,
})

const nothing = { materials: [], made: [], bundles: [] }

/** The branch in Astana sells from stock what the head office makes. */
export const branchCatalogue: Catalogue = {
  ...nothing,
  categories: [
    ['RACKS', 'Стеллажи', 'Сөрелер'],
    ['LOCKERS', 'Шкафы', 'Шкафтар'],
    ['SRV', 'Услуги', 'Қызметтер'],
    ['DIG', 'Цифровые товары', 'Цифрлық тауарлар'],
  ],
  suppliers: [{ key: 'head', name: 'ТОО «Темір Жиһаз», Караганда', city: 'Караганда', leadTimeDays: 3 }],
  goods: (
    [
      ['ST-200', 'Стеллаж СТ-200', 'шт', 'RACKS', 36500, 49900, 34, 'head', 40],
      ['ST-300', 'Стеллаж СТ-300 усиленный', 'шт', 'RACKS', 53900, 71900, 52, 'head', 24],
      ['SHR-2', 'Шкаф для раздевалок ШР-2', 'шт', 'LOCKERS', 46900, 62900, 31, 'head', 30],
      ['SHA-1', 'Шкаф архивный ША-1', 'шт', 'LOCKERS', 73900, 98900, 56, 'head', 12],
      ['TG-300', 'Тележка грузовая ТГ-300', 'шт', 'RACKS', 52900, 71900, 33, 'head', 10],
      ['PRD-KRB2', 'Короб пластиковый 12 л', 'шт', 'RACKS', 1450, 2490, 0.8, 'head', 300],
    ] as const
  ).map(good),
  services: services.slice(0, 3),
  digital: digital.slice(0, 1),
}

// prettier-ignore
export const branchWishes: readonly Wish[] = [
  { title: 'Стеллажи в магазин', lines: [['ST-200', 3, 10], ['PRD-KRB2', 10, 40], ['SRV-MNT', 1, 1]] },
  { title: 'Усиленные стеллажи', lines: [['ST-300', 2, 8]] },
  { title: 'Раздевалка персонала', lines: [['SHR-2', 4, 10], ['SRV-DST', 1, 1]] },
  { title: 'Архив бухгалтерии', lines: [['SHA-1', 1, 4]] },
  { title: 'Тележки и конструктор', lines: [['TG-300', 1, 3], ['DIG-KON', 1, 1]] },
]

/** A company that has nothing to do with the others: it must see none of them, and none of them it. */
export const groceryCatalogue: Catalogue = {
  ...nothing,
  categories: [
    ['FLOUR', 'Мука и крупы', 'Ұн және жарма'],
    ['TEA', 'Чай и сладости', 'Шай және тәттілер'],
    ['SRV', 'Услуги', 'Қызметтер'],
    ['DIG', 'Цифровые товары', 'Цифрлық тауарлар'],
  ],
  suppliers: [
    { key: 'mill', name: 'ТОО «Қостанай Диірмен»', city: 'Костанай', leadTimeDays: 4 },
    { key: 'tea', name: 'ТОО «Шай Әлемі»', city: 'Алматы', leadTimeDays: 5 },
  ],
  goods: (
    [
      ['MK-50', 'Мука высший сорт, мешок 50 кг', 'шт', 'FLOUR', 8900, 11900, 50, 'mill', 200],
      ['GR-25', 'Гречка, мешок 25 кг', 'шт', 'FLOUR', 7400, 9900, 25, 'mill', 120],
      ['RS-25', 'Рис, мешок 25 кг', 'шт', 'FLOUR', 8100, 10900, 25, 'mill', 120],
      ['SH-40', 'Сахар, мешок 50 кг', 'шт', 'FLOUR', 17900, 22900, 50, 'mill', 90],
      ['CH-01', 'Чай чёрный, короб 40 пачек', 'шт', 'TEA', 21900, 29900, 8, 'tea', 60],
      ['PC-01', 'Печенье «Таң», короб 5 кг', 'шт', 'TEA', 3900, 5600, 5, 'tea', 150],
    ] as const
  ).map(good),
  services: [{ code: 'SRV-DST', name: 'Доставка до двери', unit: 'услуга', price: 9000 }],
  digital: [
    {
      code: 'DIG-PRS',
      name: 'Прайс-лист по подписке',
      price: 5000,
      kind: 'SUBSCRIPTION',
      description: 'Ежедневный прайс-лист для магазинов',
    },
  ],
}

// prettier-ignore
export const groceryWishes: readonly Wish[] = [
  { title: 'Поставка в пекарню', lines: [['MK-50', 10, 40], ['SH-40', 4, 12]] },
  { title: 'Крупы для столовой', lines: [['GR-25', 5, 20], ['RS-25', 5, 20], ['SRV-DST', 1, 1]] },
  { title: 'Чай и печенье', lines: [['CH-01', 2, 8], ['PC-01', 10, 30]] },
  { title: 'Магазин у дома', lines: [['PC-01', 5, 20], ['DIG-PRS', 1, 1]] },
]
