import type { BoughtRow, SupplierRow } from './catalogue-rows.js'

// What the furniture maker buys, and from whom. Prices are in tenge; those of goods include VAT.

// prettier-ignore
export const suppliers: readonly SupplierRow[] = [
  { key: 'steel', name: 'ТОО «Темір Прокат»', city: 'Темиртау', leadTimeDays: 4 },
  { key: 'paint', name: 'ТОО «Бояу Трейд»', city: 'Караганда', leadTimeDays: 3 },
  { key: 'wood', name: 'ТОО «Орман Плит»', city: 'Костанай', leadTimeDays: 6 },
  { key: 'fasteners', name: 'ТОО «Крепёж Сарыарқа»', city: 'Караганда', leadTimeDays: 2 },
  { key: 'tools', name: 'ТОО «Құрал-Сервис»', city: 'Алматы', leadTimeDays: 5 },
  { key: 'seats', name: 'ТОО «Офис Комфорт KZ»', city: 'Астана', leadTimeDays: 7 },
]

const material = ([code, name, unit, purchasePrice, weight, supplier, opening, reorder, batch]: readonly [
  string,
  string,
  string,
  number,
  number,
  string,
  number,
  number,
  number,
]): BoughtRow => ({ code, name, unit, purchasePrice, weight, supplier, category: 'MAT', opening, reorder, batch })

// prettier-ignore
export const materials: readonly BoughtRow[] = ([
  ['MAT-TR4020', 'Труба профильная 40×20', 'м', 620, 1.7, 'steel', 6000, 2500, 6000],
  ['MAT-TR6040', 'Труба профильная 60×40', 'м', 1080, 3.3, 'steel', 3000, 1200, 3000],
  ['MAT-UG50', 'Уголок стальной 50×50', 'м', 890, 3.8, 'steel', 2500, 1000, 2500],
  ['MAT-L15', 'Лист холоднокатаный 1,5 мм', 'м²', 4650, 11.8, 'steel', 1500, 600, 1500],
  ['MAT-L08', 'Лист оцинкованный 0,8 мм', 'м²', 3240, 6.4, 'steel', 1800, 700, 1800],
  ['MAT-SET', 'Сетка сварная 50×50', 'м²', 1450, 2.9, 'steel', 500, 200, 500],
  ['MAT-KRP', 'Краска порошковая', 'кг', 2150, 1, 'paint', 900, 350, 900],
  ['MAT-GRN', 'Грунт антикоррозийный', 'кг', 1380, 1, 'paint', 400, 150, 400],
  ['MAT-FAN', 'Фанера берёзовая 18 мм', 'м²', 5200, 12, 'wood', 450, 180, 450],
  ['MAT-LDSP', 'ЛДСП 16 мм', 'м²', 3350, 10.8, 'wood', 500, 200, 500],
  ['MAT-BLT', 'Болт М8×20 с гайкой', 'шт', 38, 0.02, 'fasteners', 24000, 9000, 24000],
  ['MAT-ZKL', 'Заклёпка вытяжная', 'шт', 9, 0.003, 'fasteners', 30000, 10000, 30000],
  ['MAT-ZMK', 'Замок мебельный', 'шт', 1150, 0.15, 'fasteners', 900, 350, 900],
  ['MAT-NAP', 'Направляющие шариковые', 'компл', 2400, 0.8, 'fasteners', 700, 280, 700],
  ['MAT-OPR', 'Опора регулируемая', 'шт', 210, 0.1, 'fasteners', 6000, 2400, 6000],
  ['MAT-KOL', 'Колесо поворотное 100 мм', 'шт', 1650, 0.6, 'fasteners', 500, 200, 500],
] as const).map(material)

const good = ([code, name, category, purchasePrice, price, weight, supplier, opening, reorder, batch]: readonly [
  string,
  string,
  string,
  number,
  number,
  number,
  string,
  number,
  number,
  number,
]): BoughtRow => ({ code, name, unit: 'шт', category, purchasePrice, price, weight, supplier, opening, reorder, batch })

// prettier-ignore
export const goods: readonly BoughtRow[] = ([
  ['PRD-KRS1', 'Кресло офисное «Бизнес»', 'OFFICE', 32000, 49900, 14, 'seats', 40, 12, 40],
  ['PRD-STL1', 'Стул ИСО чёрный', 'OFFICE', 7200, 11900, 5, 'seats', 160, 40, 160],
  ['PRD-STL2', 'Стул лабораторный на колёсах', 'OFFICE', 15400, 24500, 7, 'seats', 30, 8, 30],
  ['PRD-SKM1', 'Скамья для раздевалки 1500', 'LOCKERS', 13800, 22900, 12, 'seats', 36, 10, 36],
  ['PRD-TSK1', 'Тиски слесарные 150 мм', 'TOOLS', 21500, 33900, 16, 'tools', 25, 8, 25],
  ['PRD-NBR1', 'Набор инструментов 108 предметов', 'TOOLS', 28900, 44900, 9, 'tools', 30, 10, 30],
  ['PRD-LAM1', 'Светильник для верстака LED', 'TOOLS', 8900, 14900, 1.5, 'tools', 60, 20, 60],
  ['PRD-KRB1', 'Короб пластиковый 5 л', 'RACKS', 780, 1450, 0.4, 'tools', 900, 300, 900],
  ['PRD-KRB2', 'Короб пластиковый 12 л', 'RACKS', 1390, 2390, 0.8, 'tools', 600, 200, 600],
  ['PRD-SEI1', 'Сейф мебельный кодовый', 'OFFICE', 34500, 52900, 18, 'tools', 14, 4, 14],
  ['PRD-OGN1', 'Огнетушитель порошковый ОП-5', 'TOOLS', 6100, 9800, 8, 'tools', 50, 15, 50],
  ['PRD-KOV1', 'Коврик диэлектрический 750×750', 'TOOLS', 5300, 8700, 4, 'tools', 40, 12, 40],
  ['PRD-ZAM1', 'Замок навесной усиленный', 'LOCKERS', 2350, 4100, 0.5, 'fasteners', 150, 50, 150],
  ['PRD-NAK1', 'Табличка номерная для шкафов', 'LOCKERS', 210, 490, 0.02, 'fasteners', 800, 250, 800],
] as const).map(good)
