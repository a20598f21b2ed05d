/** The pipeline and the deals in it. */
export const deals = {
  board: {
    title: 'Воронка продаж',
    expected: 'Ожидается',
    empty: 'Сделок нет',
    win: 'Выиграть',
    winning: 'Создаём документы…',
    openOrder: 'Заказ',
    noOrder: 'Заказ ещё создаётся. Откройте его чуть позже.',
    stale: 'Давно без движения',
    more: 'Показать ещё',
    deals_one: '{{count}} сделка',
    deals_few: '{{count}} сделки',
    deals_many: '{{count}} сделок',
    deals_other: '{{count}} сделки',
  },
}
