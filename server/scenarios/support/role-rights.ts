/**
 * What each of the thirteen roles may do, written down from the handbook of roles and not from the program: a pattern of permission names
 * (`*` stands for anything). Everybody also has their own tasks, except the viewer, who changes nothing.
 */
export const roleRights: Readonly<Record<string, readonly string[]>> = {
  OWNER: ['*'],
  ADMIN: ['*'],
  SALES_MANAGER: [
    'PRODUCTS_VIEW',
    'CUSTOMERS_VIEW',
    'CUSTOMERS_CREATE',
    'CUSTOMERS_UPDATE',
    'CUSTOMERS_EXPORT',
    'CUSTOMERS_MERGE',
    'CUSTOMERS_CREDIT_MANAGE',
    'DEALS_VIEW',
    'DEALS_CREATE',
    'DEALS_UPDATE',
    'DEALS_EXPORT',
    'DEALS_REOPEN',
    'PIPELINES_MANAGE',
    'COMMISSIONS_VIEW',
    'ORDERS_VIEW',
    'ORDERS_CREATE',
    'ORDERS_UPDATE',
    'ORDERS_APPROVE',
    'ORDERS_FULFILL',
    'ORDERS_EXPORT',
    'PRICES_OVERRIDE',
    'COST_VIEW',
    'INVENTORY_VIEW',
    'INVOICES_VIEW',
    'INVOICES_CREATE',
    'ANALYTICS_VIEW',
    'REPORTS_VIEW',
    'TASKS_*',
  ],
  SALES_REP: [
    'PRODUCTS_VIEW',
    'CUSTOMERS_VIEW',
    'CUSTOMERS_CREATE',
    'CUSTOMERS_UPDATE',
    'DEALS_VIEW',
    'DEALS_CREATE',
    'DEALS_UPDATE',
    'ORDERS_VIEW',
    'ORDERS_CREATE',
    'ORDERS_UPDATE',
    'INVENTORY_VIEW',
    'INVOICES_VIEW',
    'TASKS_*',
  ],
  ACCOUNTANT: [
    'INVOICES_*',
    'PAYMENTS_*',
    'EXPENSES_*',
    'FINANCE_*',
    'CUSTOMERS_VIEW',
    'ORDERS_VIEW',
    'CUSTOMERS_CREDIT_MANAGE',
    'COST_VIEW',
    'TASKS_*',
  ],
  WAREHOUSE: ['INVENTORY_*', 'LOGISTICS_VIEW', 'ORDERS_VIEW', 'ORDERS_FULFILL', 'PRODUCTS_VIEW', 'TASKS_*'],
  LOGISTICS: ['LOGISTICS_*', 'ORDERS_VIEW', 'TASKS_*'],
  PRODUCTION: ['PRODUCTION_*', 'QUALITY_VIEW', 'INVENTORY_VIEW', 'PRODUCTS_VIEW', 'TASKS_*'],
  QUALITY: ['QUALITY_*', 'PRODUCTION_VIEW', 'TASKS_*'],
  BUYER: ['PROCUREMENT_*', 'INVENTORY_VIEW', 'PRODUCTS_VIEW', 'PRODUCTS_UPDATE', 'TASKS_*'],
  HR: ['EMPLOYEES_*', 'DEPARTMENTS_MANAGE', 'TASKS_*'],
  EMPLOYEE: ['PRODUCTS_VIEW', 'CUSTOMERS_VIEW', 'DEALS_VIEW', 'ORDERS_VIEW', 'TASKS_*'],
  VIEWER: ['*_VIEW'],
}

/** May a role do what the right is needed for? `MEMBER` is anybody of the workspace. */
export function mayDo(role: string, right: string): boolean {
  if (right === 'MEMBER') return true
  return roleRights[role]!.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(right))
}
