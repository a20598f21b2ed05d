/**
 * Which module may ask which through its `public.ts`. A new pair is a decision: it must not close a circle. Listening to another
 * module's `events.ts` needs no entry.
 */
export const asks: Readonly<Record<string, readonly string[]>> = {
  customers: ['notifications'],
  deals: ['approvals', 'pricing', 'products'],
  inventory: ['notifications'],
  invoices: ['pricing'],
  orders: ['approvals', 'pricing', 'products'],
  // The one writer of balances stands behind inventory's door: making and receiving goods go through it.
  production: ['inventory'],
  products: ['pricing'],
  settings: ['pricing'],
  warehouse: ['inventory', 'procurement'],
}
