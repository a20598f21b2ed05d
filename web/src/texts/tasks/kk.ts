/** What people have to do. */
export const tasks = {
  title: 'Тапсырмалар',
  one: 'Тапсырма',
  done: 'Орындалды: {{title}}',
  empty: 'Тапсырмалар жоқ. Адамсыз болмайтын жерде жүйе оларды өзі қояды; өзіңіз де қоса аласыз.',
  toRepair: 'Тоқтап тұрған қадамдарға',
  created: 'Қойылды',
  completed: 'Орындалды',
  views: { mine: 'Менікі', open: 'Ашық', done: 'Орындалған' },
  list: {
    title: 'Не істеу керек',
    type: 'Түрі',
    due: 'Мерзімі',
    priority: 'Басымдығы',
    about: 'Не туралы',
    assigned: 'Орындаушы',
    status: 'Күйі',
  },
  new: {
    button: 'Тапсырма',
    title: 'Жаңа тапсырма',
    verb: 'Тапсырма қою',
    what: 'Не істеу керек',
    more: 'Толығырақ',
  },
}
