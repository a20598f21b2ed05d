export const deals = {
  board: {
    title: 'Сату воронкасы',
    expected: 'Күтілуде',
    empty: 'Мәміле жоқ',
    win: 'Ұту',
    winning: 'Құжаттар жасалуда…',
    openOrder: 'Тапсырыс',
    noOrder: 'Тапсырыс әлі жасалуда. Сәл кейінірек ашыңыз.',
    stale: 'Көптен қозғалыссыз',
    more: 'Тағы көрсету',
    deals_one: '{{count}} мәміле',
    deals_other: '{{count}} мәміле',
  },
}
