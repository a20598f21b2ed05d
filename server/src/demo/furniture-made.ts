import type { BundleRow, DigitalRow, MadeRow, ServiceRow } from './catalogue-rows.js'

// What the furniture maker makes and does. Prices are in tenge and include VAT.

// prettier-ignore
export const made: readonly MadeRow[] = [
  { code: 'ST-200', name: 'Стеллаж СТ-200', price: 46900, category: 'RACKS', weight: 34, opening: 60, reorder: 15, batch: 40, minutes: 55,
    parts: [['MAT-UG50', 8.4], ['MAT-L08', 2.8], ['MAT-KRP', 0.9], ['MAT-BLT', 32], ['MAT-OPR', 4]] },
  { code: 'ST-300', name: 'Стеллаж СТ-300 усиленный', price: 68500, category: 'RACKS', weight: 52, opening: 40, reorder: 10, batch: 30, minutes: 70,
    parts: [['MAT-UG50', 10], ['MAT-L15', 3.2], ['MAT-KRP', 1.2], ['MAT-BLT', 40], ['MAT-OPR', 4]] },
  { code: 'ST-P500', name: 'Стеллаж паллетный СП-500, секция', price: 189000, category: 'RACKS', weight: 140, opening: 12, reorder: 4, batch: 12, minutes: 150,
    parts: [['MAT-TR6040', 22], ['MAT-L15', 1.8], ['MAT-KRP', 3.4], ['MAT-BLT', 48]] },
  { code: 'ST-K100', name: 'Стойка консольная СК-100', price: 97500, category: 'RACKS', weight: 78, opening: 10, reorder: 3, batch: 10, minutes: 95,
    parts: [['MAT-TR6040', 14], ['MAT-UG50', 4], ['MAT-KRP', 2], ['MAT-BLT', 20]] },
  { code: 'SL-120', name: 'Стол слесарный СЛ-120', price: 84900, category: 'BENCHES', weight: 58, opening: 24, reorder: 6, batch: 20, minutes: 110,
    parts: [['MAT-TR4020', 12.5], ['MAT-L15', 1.1], ['MAT-FAN', 0.9], ['MAT-KRP', 1.1], ['MAT-BLT', 16], ['MAT-OPR', 4]] },
  { code: 'SL-180', name: 'Стол слесарный СЛ-180', price: 109000, category: 'BENCHES', weight: 81, opening: 16, reorder: 5, batch: 16, minutes: 135,
    parts: [['MAT-TR4020', 16], ['MAT-L15', 1.7], ['MAT-FAN', 1.3], ['MAT-KRP', 1.5], ['MAT-BLT', 20], ['MAT-OPR', 4]] },
  { code: 'TM-5', name: 'Тумба инструментальная ТМ-5', price: 92900, category: 'BENCHES', weight: 47, opening: 26, reorder: 10, batch: 26, minutes: 120,
    parts: [['MAT-L15', 3.6], ['MAT-NAP', 5], ['MAT-ZMK', 1], ['MAT-KRP', 1.3], ['MAT-ZKL', 60]] },
  { code: 'VR-160', name: 'Верстак ВР-160 с тумбой', price: 198000, category: 'BENCHES', weight: 118, opening: 10, reorder: 3, batch: 8, minutes: 160,
    parts: [['TM-5', 1], ['MAT-TR4020', 14], ['MAT-L15', 1.5], ['MAT-FAN', 1.2], ['MAT-KRP', 1.4], ['MAT-BLT', 24]] },
  { code: 'SHR-2', name: 'Шкаф для раздевалок ШР-2', price: 59900, category: 'LOCKERS', weight: 31, opening: 50, reorder: 12, batch: 40, minutes: 80,
    parts: [['MAT-L08', 5.6], ['MAT-ZMK', 2], ['MAT-KRP', 1.2], ['MAT-ZKL', 48]] },
  { code: 'SHR-4', name: 'Шкаф для раздевалок ШР-4', price: 89900, category: 'LOCKERS', weight: 52, opening: 30, reorder: 8, batch: 26, minutes: 115,
    parts: [['MAT-L08', 8.8], ['MAT-ZMK', 4], ['MAT-KRP', 1.8], ['MAT-ZKL', 84]] },
  { code: 'SHA-1', name: 'Шкаф архивный ША-1', price: 94500, category: 'OFFICE', weight: 56, opening: 22, reorder: 6, batch: 20, minutes: 105,
    parts: [['MAT-L08', 7.6], ['MAT-ZMK', 1], ['MAT-KRP', 1.7], ['MAT-ZKL', 70]] },
  { code: 'SHI-2', name: 'Шкаф инструментальный ШИ-2', price: 138500, category: 'BENCHES', weight: 74, opening: 12, reorder: 4, batch: 12, minutes: 130,
    parts: [['MAT-L15', 6.2], ['MAT-ZMK', 1], ['MAT-KRP', 1.9], ['MAT-ZKL', 64], ['MAT-OPR', 4]] },
  { code: 'TG-300', name: 'Тележка грузовая ТГ-300', price: 67900, category: 'CARTS', weight: 33, opening: 18, reorder: 5, batch: 16, minutes: 75,
    parts: [['MAT-TR4020', 7.2], ['MAT-L15', 0.8], ['MAT-KOL', 4], ['MAT-KRP', 0.7], ['MAT-BLT', 16]] },
  { code: 'TG-S2', name: 'Тележка сетчатая ТС-2', price: 88900, category: 'CARTS', weight: 39, opening: 10, reorder: 3, batch: 10, minutes: 90,
    parts: [['MAT-TR4020', 11], ['MAT-SET', 3.1], ['MAT-KOL', 4], ['MAT-KRP', 0.9], ['MAT-BLT', 16]] },
  { code: 'STU-1', name: 'Стол ученический регулируемый', price: 27900, category: 'SCHOOL', weight: 16, opening: 80, reorder: 20, batch: 80, minutes: 35,
    parts: [['MAT-TR4020', 5.4], ['MAT-LDSP', 0.7], ['MAT-KRP', 0.4], ['MAT-BLT', 12]] },
  { code: 'OGR-1', name: 'Ограждение секционное 2000', price: 31900, category: 'SCHOOL', weight: 22, opening: 40, reorder: 10, batch: 40, minutes: 45,
    parts: [['MAT-TR4020', 4.6], ['MAT-SET', 2.4], ['MAT-GRN', 0.3], ['MAT-KRP', 0.6]] },
]

// prettier-ignore
export const services: readonly ServiceRow[] = [
  { code: 'SRV-MNT', name: 'Монтаж', unit: 'услуга', price: 65000 },
  { code: 'SRV-ZMR', name: 'Замер и план расстановки', unit: 'услуга', price: 25000 },
  { code: 'SRV-DST', name: 'Подъём и занос на этаж', unit: 'услуга', price: 18000 },
  { code: 'SRV-PRJ', name: 'Проектирование склада', unit: 'услуга', price: 240000 },
  { code: 'SRV-OBS', name: 'Обслуживание стеллажей', unit: 'услуга', price: 85000 },
  { code: 'SRV-POK', name: 'Покраска в цвет заказчика', unit: 'услуга', price: 35000 },
]

// prettier-ignore
export const digital: readonly DigitalRow[] = [
  { code: 'DIG-KON', name: 'Лицензия на конструктор', price: 120000, kind: 'LICENSE', description: 'Конструктор расстановки стеллажей, одно рабочее место' },
  { code: 'DIG-POD', name: 'Подписка на конструктор, месяц', price: 14900, kind: 'SUBSCRIPTION', description: 'Конструктор расстановки стеллажей, на месяц' },
  { code: 'DIG-BIM', name: 'Библиотека BIM-моделей', price: 45000, kind: 'CONTENT', description: 'Модели всех изделий для проектировщиков' },
  { code: 'DIG-KRS', name: 'Курс «Безопасный склад»', price: 29000, kind: 'CONTENT', description: 'Видеокурс для кладовщиков с тестом' },
]

// prettier-ignore
export const bundles: readonly BundleRow[] = [
  { code: 'BND-MST', name: 'Комплект мастерской', price: 349000, description: 'Верстак, шкаф, тиски и свет для одного рабочего места',
    parts: [['VR-160', 1], ['SHI-2', 1], ['PRD-TSK1', 1], ['PRD-LAM1', 1]] },
  { code: 'BND-RAZ', name: 'Комплект раздевалки на 8 мест', price: 265000, description: 'Шкафы, скамьи и таблички',
    parts: [['SHR-2', 4], ['PRD-SKM1', 2], ['PRD-NAK1', 8]] },
  { code: 'BND-SKL', name: 'Комплект малого склада', price: 459000, description: 'Стеллажи, короба и тележка',
    parts: [['ST-300', 6], ['PRD-KRB2', 24], ['TG-300', 1]] },
  { code: 'BND-KLS', name: 'Комплект класса технологии', price: 545000, description: 'Столы, тиски и табличка огнетушителя',
    parts: [['SL-120', 5], ['PRD-TSK1', 5], ['PRD-OGN1', 1]] },
]
