import type { CustomerStatus } from '@prometric/contracts/customers'
import type { Language } from '../../platform/database/tenant.js'

const statusNames: Readonly<Record<Language, Readonly<Record<CustomerStatus, string>>>> = {
  ru: { LEAD: 'Лид', PROSPECT: 'Потенциальный', ACTIVE: 'Активный', INACTIVE: 'Неактивный', CHURNED: 'Ушедший' },
  kk: { LEAD: 'Лид', PROSPECT: 'Әлеуетті', ACTIVE: 'Белсенді', INACTIVE: 'Белсенді емес', CHURNED: 'Кеткен' },
  en: { LEAD: 'Lead', PROSPECT: 'Prospect', ACTIVE: 'Active', INACTIVE: 'Inactive', CHURNED: 'Churned' },
}

const sentences: Readonly<
  Record<Language, (name: string, from: string, to: string) => { title: string; message: string }>
> = {
  ru: (name, from, to) => ({ title: 'Статус клиента изменён', message: `${name}: «${from}» → «${to}»` }),
  kk: (name, from, to) => ({ title: 'Клиенттің мәртебесі өзгерді', message: `${name}: «${from}» → «${to}»` }),
  en: (name, from, to) => ({ title: 'A customer’s status has changed', message: `${name}: “${from}” → “${to}”` }),
}

/** What the assignee reads when a customer's status changes. */
export function statusNotice(
  language: Language,
  name: string,
  from: CustomerStatus,
  to: CustomerStatus,
): { title: string; message: string } {
  return sentences[language](name, statusNames[language][from], statusNames[language][to])
}
