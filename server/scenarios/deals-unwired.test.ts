import { vi } from 'vitest'
vi.mock('../src/modules.js', async () => {
  const { IdentityModule } = await import('../src/modules/identity/identity.module.js')
  const { ProductsModule } = await import('../src/modules/products/products.module.js')
  const { CustomersModule } = await import('../src/modules/customers/customers.module.js')
  const { DealsModule } = await import('../src/modules/deals/deals.module.js')
  return { businessModules: [IdentityModule, ProductsModule, CustomersModule, DealsModule] }
})
vi.mock('../src/listeners.js', async () => {
  const { dealListeners } = await import('../src/modules/deals/listeners.js')
  return { listenerRows: dealListeners }
})
await import('./deals.test.js')
