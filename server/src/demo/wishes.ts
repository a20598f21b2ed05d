/** What customers of the furniture maker come for: a title, and lines with the least and the greatest quantity. */
export interface Wish {
  readonly title: string
  readonly lines: ReadonlyArray<readonly [code: string, least: number, most: number]>
}

// prettier-ignore
export const furnitureWishes: readonly Wish[] = [
  { title: 'Стеллажи для склада', lines: [['ST-200', 6, 24], ['PRD-KRB1', 20, 60], ['SRV-MNT', 1, 1]] },
  { title: 'Усиленные стеллажи', lines: [['ST-300', 4, 16], ['PRD-KRB2', 12, 40]] },
  { title: 'Паллетный склад', lines: [['ST-P500', 3, 10], ['SRV-PRJ', 1, 1], ['SRV-MNT', 1, 2]] },
  { title: 'Консольные стойки под профиль', lines: [['ST-K100', 2, 6]] },
  { title: 'Слесарный участок', lines: [['SL-120', 2, 6], ['PRD-TSK1', 2, 6], ['PRD-LAM1', 2, 6]] },
  { title: 'Большие столы в цех', lines: [['SL-180', 2, 5], ['PRD-NBR1', 1, 3]] },
  { title: 'Рабочее место мастера', lines: [['VR-160', 1, 2], ['PRD-NBR1', 1, 2], ['PRD-KOV1', 1, 2]] },
  { title: 'Мастерская под ключ', lines: [['BND-MST', 1, 2], ['SRV-DST', 1, 1]] },
  { title: 'Раздевалка для смены', lines: [['SHR-2', 6, 18], ['PRD-SKM1', 2, 8], ['PRD-NAK1', 12, 36]] },
  { title: 'Шкафы на четыре места', lines: [['SHR-4', 4, 10], ['PRD-ZAM1', 8, 20]] },
  { title: 'Комплект раздевалки', lines: [['BND-RAZ', 1, 3], ['SRV-MNT', 1, 1]] },
  { title: 'Архив организации', lines: [['SHA-1', 2, 8], ['PRD-KRS1', 1, 4]] },
  { title: 'Инструментальная кладовая', lines: [['SHI-2', 1, 4], ['TM-5', 1, 4], ['PRD-KRB1', 20, 50]] },
  { title: 'Тележки на склад', lines: [['TG-300', 2, 6], ['TG-S2', 1, 3]] },
  { title: 'Класс технологии', lines: [['BND-KLS', 1, 1], ['PRD-KOV1', 3, 5]] },
  { title: 'Парты в класс', lines: [['STU-1', 12, 30], ['PRD-STL1', 12, 30]] },
  { title: 'Ограждение площадки', lines: [['OGR-1', 8, 24], ['SRV-MNT', 1, 1]] },
  { title: 'Малый склад целиком', lines: [['BND-SKL', 1, 2], ['DIG-KON', 1, 1]] },
  { title: 'Офисная мебель', lines: [['PRD-KRS1', 2, 8], ['PRD-STL1', 4, 16], ['PRD-SEI1', 1, 2]] },
  { title: 'Лаборатория', lines: [['PRD-STL2', 2, 6], ['SHA-1', 1, 3]] },
  { title: 'Пожарная безопасность склада', lines: [['PRD-OGN1', 4, 12], ['DIG-KRS', 1, 3]] },
  { title: 'Конструктор для проектировщика', lines: [['DIG-KON', 1, 2], ['DIG-BIM', 1, 1]] },
  { title: 'Обслуживание стеллажей', lines: [['SRV-OBS', 1, 3]] },
  { title: 'План расстановки', lines: [['SRV-ZMR', 1, 1], ['SRV-PRJ', 1, 1], ['DIG-POD', 3, 12]] },
]

/** What is asked for in such numbers that the shelves do not hold it: the workshop and the buyer have work. */
// prettier-ignore
export const furnitureRushes: readonly Wish[] = [
  { title: 'Срочно: стеллажи для нового терминала', lines: [['ST-300', 60, 75], ['PRD-KRB2', 650, 700], ['SRV-MNT', 2, 3]] },
  { title: 'Срочно: раздевалка на триста человек', lines: [['SHR-4', 60, 70], ['PRD-SKM1', 50, 60]] },
  { title: 'Срочно: учебные мастерские района', lines: [['SL-120', 40, 50], ['PRD-TSK1', 40, 45], ['PRD-LAM1', 40, 50]] },
  { title: 'Срочно: парты для трёх школ', lines: [['STU-1', 180, 220], ['PRD-STL1', 300, 340]] },
]
