/** Every right that a role can give, in the words of the business. */
export const permissions = [
  'PRODUCTS_VIEW', 'PRODUCTS_CREATE', 'PRODUCTS_UPDATE', 'PRODUCTS_DELETE', 'PRODUCTS_IMPORT', 'PRODUCTS_EXPORT', 'PRODUCTS_CATEGORIES_MANAGE',
  'PRICES_MANAGE', 'PRICES_OVERRIDE', 'COST_VIEW',
  'CUSTOMERS_VIEW', 'CUSTOMERS_CREATE', 'CUSTOMERS_UPDATE', 'CUSTOMERS_DELETE', 'CUSTOMERS_IMPORT', 'CUSTOMERS_EXPORT', 'CUSTOMERS_MERGE', 'CUSTOMERS_CREDIT_MANAGE',
  'DEALS_VIEW', 'DEALS_CREATE', 'DEALS_UPDATE', 'DEALS_DELETE', 'DEALS_EXPORT', 'DEALS_REOPEN', 'PIPELINES_MANAGE', 'PROCESSES_MANAGE',
  'COMMISSIONS_VIEW', 'COMMISSIONS_MANAGE',
  'ORDERS_VIEW', 'ORDERS_CREATE', 'ORDERS_UPDATE', 'ORDERS_DELETE', 'ORDERS_APPROVE', 'ORDERS_FULFILL', 'ORDERS_EXPORT',
  'INVENTORY_VIEW', 'INVENTORY_MANAGE', 'INVENTORY_ADJUST', 'LOGISTICS_VIEW', 'LOGISTICS_MANAGE',
  'PROCUREMENT_VIEW', 'PROCUREMENT_CREATE', 'PROCUREMENT_MANAGE',
  'PRODUCTION_VIEW', 'PRODUCTION_CREATE', 'PRODUCTION_UPDATE', 'PRODUCTION_DELETE', 'PRODUCTION_EXECUTE', 'QUALITY_VIEW', 'QUALITY_MANAGE',
  'INVOICES_VIEW', 'INVOICES_CREATE', 'INVOICES_UPDATE', 'INVOICES_DELETE',
  'PAYMENTS_VIEW', 'PAYMENTS_CREATE', 'PAYMENTS_UPDATE', 'PAYMENTS_DELETE', 'PAYMENTS_REFUND', 'PAYMENTS_APPROVE',
  'EXPENSES_VIEW', 'EXPENSES_CREATE', 'EXPENSES_APPROVE', 'FINANCE_MANAGE', 'FINANCE_REPORTS', 'ANALYTICS_VIEW', 'REPORTS_VIEW', 'REPORTS_MANAGE',
  'TASKS_VIEW', 'TASKS_CREATE', 'TASKS_UPDATE', 'TASKS_DELETE', 'DOCUMENTS_VIEW', 'DOCUMENTS_CREATE', 'DOCUMENTS_DELETE',
  'EMPLOYEES_VIEW', 'EMPLOYEES_MANAGE', 'EMPLOYEES_APPROVE', 'EMPLOYEES_SALARY', 'DEPARTMENTS_MANAGE', 'ROLES_MANAGE',
  'WORKSPACE_MANAGE', 'ORGANIZATION_MANAGE', 'SETTINGS_MANAGE', 'AUDIT_VIEW', 'RULES_MANAGE', 'IMPORTS_VIEW', 'SYSTEM_MONITOR',
] as const

export type Permission = (typeof permissions)[number]

/** Permissions whose name matches one of the patterns; `*` stands for anything. */
function matching(...patterns: string[]): Permission[] {
  const expressions = patterns.map((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`))
  return permissions.filter((permission) => expressions.some((expression) => expression.test(permission)))
}

const tasks = 'TASKS_*'

/** The thirteen roles that every organization starts with. */
export const systemRoles = [
  { code: 'OWNER', base: 'OWNER', scope: 'WORKSPACE', ru: 'Владелец', kk: 'Иесі', en: 'Owner', permissions: matching('*') },
  { code: 'ADMIN', base: 'ADMIN', scope: 'WORKSPACE', ru: 'Администратор', kk: 'Әкімші', en: 'Administrator', permissions: matching('*') },
  { code: 'SALES_MANAGER', base: 'MANAGER', scope: 'DEPARTMENT', ru: 'Руководитель продаж', kk: 'Сату жетекшісі', en: 'Sales manager',
    permissions: matching('PRODUCTS_VIEW', 'CUSTOMERS_(VIEW|CREATE|UPDATE|EXPORT|MERGE|CREDIT_MANAGE)', 'DEALS_(VIEW|CREATE|UPDATE|EXPORT|REOPEN)', 'PIPELINES_MANAGE',
      'COMMISSIONS_VIEW', 'ORDERS_(VIEW|CREATE|UPDATE|APPROVE|FULFILL|EXPORT)', 'PRICES_OVERRIDE', 'COST_VIEW', 'INVENTORY_VIEW', 'INVOICES_(VIEW|CREATE)',
      'ANALYTICS_VIEW', 'REPORTS_VIEW', tasks) },
  { code: 'SALES_REP', base: 'EMPLOYEE', scope: 'OWN', ru: 'Менеджер', kk: 'Менеджер', en: 'Sales representative',
    permissions: matching('PRODUCTS_VIEW', '(CUSTOMERS|DEALS|ORDERS)_(VIEW|CREATE|UPDATE)', 'INVENTORY_VIEW', 'INVOICES_VIEW', tasks) },
  { code: 'ACCOUNTANT', base: 'EMPLOYEE', scope: 'WORKSPACE', ru: 'Бухгалтер', kk: 'Бухгалтер', en: 'Accountant',
    permissions: matching('INVOICES_*', 'PAYMENTS_*', 'EXPENSES_*', 'FINANCE_*', '(CUSTOMERS|ORDERS)_VIEW', 'CUSTOMERS_CREDIT_MANAGE', 'COST_VIEW', tasks) },
  { code: 'WAREHOUSE', base: 'EMPLOYEE', scope: 'WORKSPACE', ru: 'Кладовщик', kk: 'Қоймашы', en: 'Storekeeper',
    permissions: matching('INVENTORY_*', 'LOGISTICS_VIEW', 'ORDERS_VIEW', 'ORDERS_FULFILL', 'PRODUCTS_VIEW', tasks) },
  { code: 'LOGISTICS', base: 'EMPLOYEE', scope: 'OWN', ru: 'Логист', kk: 'Логист', en: 'Logistics', permissions: matching('LOGISTICS_*', 'ORDERS_VIEW', tasks) },
  { code: 'PRODUCTION', base: 'EMPLOYEE', scope: 'WORKSPACE', ru: 'Мастер производства', kk: 'Өндіріс шебері', en: 'Production foreman',
    permissions: matching('PRODUCTION_*', 'QUALITY_VIEW', 'INVENTORY_VIEW', 'PRODUCTS_VIEW', tasks) },
  { code: 'QUALITY', base: 'EMPLOYEE', scope: 'WORKSPACE', ru: 'Контролёр ОТК', kk: 'Сапа бақылаушысы', en: 'Quality inspector',
    permissions: matching('QUALITY_*', 'PRODUCTION_VIEW', tasks) },
  { code: 'BUYER', base: 'EMPLOYEE', scope: 'WORKSPACE', ru: 'Закупщик', kk: 'Сатып алушы', en: 'Buyer',
    permissions: matching('PROCUREMENT_*', 'INVENTORY_VIEW', 'PRODUCTS_(VIEW|UPDATE)', tasks) },
  { code: 'HR', base: 'EMPLOYEE', scope: 'WORKSPACE', ru: 'Кадры', kk: 'Кадрлар', en: 'Human resources', permissions: matching('EMPLOYEES_*', 'DEPARTMENTS_MANAGE', tasks) },
  { code: 'EMPLOYEE', base: 'EMPLOYEE', scope: 'OWN', ru: 'Сотрудник', kk: 'Қызметкер', en: 'Employee',
    permissions: matching('(PRODUCTS|CUSTOMERS|DEALS|ORDERS)_VIEW', tasks) },
  { code: 'VIEWER', base: 'EMPLOYEE', scope: 'WORKSPACE', ru: 'Наблюдатель', kk: 'Бақылаушы', en: 'Viewer', permissions: matching('*_VIEW') },
] as const
