import { sql } from '../../../platform/database/statement.js'
import type { DomainEvent } from '../../../platform/outbox/events.js'
import type { QueuedListener } from '../../../platform/outbox/listener.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { notify } from '../../notifications/public.js'

interface Reader {
  readonly userId: string
  readonly product: string
  readonly code: string
}

const titles: Readonly<Record<string, string>> = {
  'inventory.low': 'Остаток ниже точки заказа',
  'inventory.out_of_stock': 'Товар закончился',
  'inventory.replenished': 'Остаток пополнен',
}

/** Tells those who keep the stock, once a day for a product and a kind of news. */
export const stockAlertTeller: QueuedListener = {
  name: 'inventory.stock-alerts',
  events: Object.keys(titles),
  hear: async (work: UnitOfWork, event: DomainEvent) => {
    const { productId, available } = event.payload as { productId: string; available?: number }
    const readers = await work.rows<Reader>(readReaders, [work.workspaceId, work.organizationId, productId])
    for (const { userId, product, code } of readers) {
      await notify(work, {
        userId,
        category: 'STOCK',
        code: event.name,
        title: titles[event.name]!,
        message: available === undefined ? `${product} (${code})` : `${product} (${code}): доступно ${available}`,
        link: `/products/${productId}`,
        dedupeKey: `${event.name}:${productId}:${work.today}`,
        data: { ...event.payload },
      })
    }
  },
}

const readReaders = sql`
  select member.user_id as "userId", product.name as product, product.code
  from app.workspace_members member
  join app.products product on product.workspace_id = $1 and product.id = $3
  where member.workspace_id = $1 and member.status = 'ACTIVE' and not ('INVENTORY_MANAGE' = any(member.denied_permissions))
    and ('INVENTORY_MANAGE' = any(member.extra_permissions) or exists (
      select from app.role_permissions granted
      where granted.organization_id = $2 and granted.role_id = member.role_id and granted.permission = 'INVENTORY_MANAGE'))`
