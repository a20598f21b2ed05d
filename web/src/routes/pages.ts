import type { Permission } from '@prometric/contracts/permissions'
import { may } from '../lib/may.js'

/** The pages of the rail in their order, each with the rights of which one is enough to see it. Keys are those of `shell.pages`. */
export const pages = [
  { key: 'pipeline', to: '/', anyOf: ['DEALS_VIEW'] },
  { key: 'deals', to: '/deals', anyOf: ['DEALS_VIEW'] },
  { key: 'customers', to: '/customers', anyOf: ['CUSTOMERS_VIEW'] },
  { key: 'products', to: '/products', anyOf: ['PRODUCTS_VIEW'] },
  { key: 'orders', to: '/orders', anyOf: ['ORDERS_VIEW'] },
  { key: 'picking', to: '/picking', anyOf: ['INVENTORY_VIEW'] },
  { key: 'production', to: '/production', anyOf: ['PRODUCTION_VIEW'] },
  { key: 'purchasing', to: '/purchasing', anyOf: ['PROCUREMENT_VIEW'] },
  { key: 'deliveries', to: '/deliveries', anyOf: ['LOGISTICS_VIEW'] },
  { key: 'invoices', to: '/invoices', anyOf: ['INVOICES_VIEW'] },
  { key: 'payments', to: '/payments', anyOf: ['PAYMENTS_VIEW'] },
  // Whoever may ask sees what they asked.
  {
    key: 'approvals',
    to: '/approvals',
    anyOf: ['ORDERS_APPROVE', 'ORDERS_CREATE', 'DEALS_UPDATE', 'PROCUREMENT_MANAGE'],
  },
  { key: 'tasks', to: '/tasks', anyOf: ['TASKS_VIEW'] },
  { key: 'operations', to: '/operations', anyOf: ['PROCESSES_MANAGE'] },
  { key: 'settings', to: '/settings', anyOf: ['SETTINGS_MANAGE'] },
] as const satisfies ReadonlyArray<{ key: string; to: string; anyOf: readonly Permission[] }>

export type PageKey = (typeof pages)[number]['key']
export type PageOfRail = (typeof pages)[number]

export const mayAny = (permissions: readonly Permission[]): boolean => permissions.some(may)

/** Those that the person may see. */
export const myPages = (): readonly PageOfRail[] => pages.filter(({ anyOf }) => mayAny(anyOf))
