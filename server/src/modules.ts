import { ApprovalsModule } from './modules/approvals/approvals.module.js'
import { CustomersModule } from './modules/customers/customers.module.js'
import { DealsModule } from './modules/deals/deals.module.js'
import { IdentityModule } from './modules/identity/identity.module.js'
import { InventoryModule } from './modules/inventory/inventory.module.js'
import { InvoicesModule } from './modules/invoices/invoices.module.js'
import { LogisticsModule } from './modules/logistics/logistics.module.js'
import { NotificationsModule } from './modules/notifications/notifications.module.js'
import { OrdersModule } from './modules/orders/orders.module.js'
import { PaymentsModule } from './modules/payments/payments.module.js'
import { ProcurementModule } from './modules/procurement/procurement.module.js'
import { ProductionModule } from './modules/production/production.module.js'
import { ProductsModule } from './modules/products/products.module.js'
import { SettingsModule } from './modules/settings/settings.module.js'
import { TasksModule } from './modules/tasks/tasks.module.js'
import { WarehouseModule } from './modules/warehouse/warehouse.module.js'
import { OnboardingModule } from './orchestrators/http/onboarding.controller.js'
import { OrchestratorsModule } from './orchestrators/orchestrators.module.js'

/** Every module with controllers. */
export const businessModules = [
  IdentityModule,
  ProductsModule,
  CustomersModule,
  DealsModule,
  OrchestratorsModule,
  OrdersModule,
  InventoryModule,
  WarehouseModule,
  ProductionModule,
  ProcurementModule,
  LogisticsModule,
  InvoicesModule,
  PaymentsModule,
  SettingsModule,
  OnboardingModule,
  ApprovalsModule,
  TasksModule,
  NotificationsModule,
]
