/** What people have to do. */
export const tasks = {
  title: 'Задачи',
  one: 'Задача',
  done: 'Сделана: {{title}}',
  empty: 'Задач нет. Система заводит их сама, когда без человека не обойтись; можно завести и свою.',
  toRepair: 'К остановленным шагам',
  created: 'Создана',
  completed: 'Сделана',
  views: { mine: 'Мои', open: 'Открытые', done: 'Сделанные' },
  list: {
    title: 'Что сделать',
    type: 'Вид',
    due: 'Срок',
    priority: 'Приоритет',
    about: 'О чём',
    assigned: 'Исполнитель',
    status: 'Статус',
  },
  new: { button: 'Задача', title: 'Новая задача', verb: 'Создать задачу', what: 'Что сделать', more: 'Подробности' },
}
