/** Questions that wait for somebody's word. */
export const approvals = {
  title: 'Келісулер',
  views: {
    label: 'Қандай келісулер',
    mine: 'Мені күтуде',
    pending: 'Барлық ашық',
    requested: 'Менің сұрауларым',
    decided: 'Шешілген',
  },
  empty: {
    mine: 'Сіздің шешіміңізді күткен ештеңе жоқ. Тапсырыс не жеңілдік біреудің шегінен асса, сұрақ осында шығады.',
    pending: 'Ашық сұрақтар жоқ.',
    requested: 'Сіз ештеңе сұраған жоқсыз.',
    decided: 'Әзірге шешімдер болған жоқ.',
  },
  askedBy: 'Сұраған',
  waitsFor: 'Шешім қабылдайды: {{who}}',
  until: 'мерзімі',
  days_one: '{{count}} күн',
  days_other: '{{count}} күн',
  level: '{{count}} деңгейдің {{level}}-і',
  comment: 'Түсініктеме: {{what}}',
  placeholder: 'Түсініктеме',
  why: 'Неге жоқ екенін жазыңыз',
  approve: 'Келісу',
  reject: 'Қабылдамау',
  withdraw: 'Сұрауды қайтарып алу',
}
