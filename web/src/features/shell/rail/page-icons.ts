import {
  IconBuildingFactory2,
  IconBuildingStore,
  IconCash,
  IconChecklist,
  IconClipboardList,
  IconFileInvoice,
  IconHeartHandshake,
  IconLayoutKanban,
  IconPackage,
  IconRouteSquare,
  IconShoppingCart,
  IconTruckDelivery,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react'
import type { PageKey } from '../../../routes/pages.js'

export const pageIcons: Readonly<Record<PageKey, Icon>> = {
  pipeline: IconLayoutKanban,
  deals: IconHeartHandshake,
  customers: IconBuildingStore,
  products: IconPackage,
  orders: IconShoppingCart,
  picking: IconClipboardList,
  production: IconBuildingFactory2,
  deliveries: IconTruckDelivery,
  invoices: IconFileInvoice,
  payments: IconCash,
  approvals: IconUserCheck,
  tasks: IconChecklist,
  operations: IconRouteSquare,
}
