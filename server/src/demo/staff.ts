import type { Hat } from './shop.js'

export const demoPassword = 'Demo-2026!'
export const demoOwner = 'demo@prometric.kz'
export const otherOwner = 'other@prometric.kz'

export interface Colleague {
  readonly hat?: Hat
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly roleCode: string
  readonly department: string
  readonly position: string
}

/** Who works at the furniture maker. All sign in with the same password. */
// prettier-ignore
export const staff: readonly Colleague[] = [
  { hat: 'manager', email: 'manager@prometric.kz', firstName: 'Айгүл', lastName: 'Сейтқалиева', roleCode: 'SALES_MANAGER', department: 'SALES', position: 'Руководитель отдела продаж' },
  { hat: 'rep1', email: 'rep1@prometric.kz', firstName: 'Данияр', lastName: 'Ахметов', roleCode: 'SALES_REP', department: 'SALES', position: 'Менеджер по продажам' },
  { hat: 'rep2', email: 'rep2@prometric.kz', firstName: 'Ольга', lastName: 'Литвинова', roleCode: 'SALES_REP', department: 'SALES', position: 'Менеджер по продажам' },
  { hat: 'rep3', email: 'rep3@prometric.kz', firstName: 'Ерлан', lastName: 'Омаров', roleCode: 'SALES_REP', department: 'SALES', position: 'Менеджер по продажам' },
  { hat: 'accountant', email: 'accountant@prometric.kz', firstName: 'Жанар', lastName: 'Абдрахманова', roleCode: 'ACCOUNTANT', department: 'FINANCE', position: 'Главный бухгалтер' },
  { hat: 'storekeeper', email: 'warehouse@prometric.kz', firstName: 'Виктор', lastName: 'Шевченко', roleCode: 'WAREHOUSE', department: 'LOGISTICS', position: 'Заведующий складом' },
  { hat: 'foreman', email: 'production@prometric.kz', firstName: 'Марат', lastName: 'Жұмабеков', roleCode: 'PRODUCTION', department: 'PRODUCTION', position: 'Мастер цеха' },
  { hat: 'buyer', email: 'buyer@prometric.kz', firstName: 'Камила', lastName: 'Тлеубаева', roleCode: 'BUYER', department: 'PROCUREMENT', position: 'Специалист по закупкам' },
]

/** Joins when everything else stands: where this account is known, the demo is complete. */
// prettier-ignore
export const lastToJoin: Colleague = {
  email: 'viewer@prometric.kz', firstName: 'Асель', lastName: 'Бекенова', roleCode: 'VIEWER', department: 'MANAGEMENT', position: 'Аудитор',
}
