import { Button } from '@mantine/core'
import {
  IconBan,
  IconCash,
  IconCircleCheck,
  IconCopy,
  IconPlayerPause,
  IconRefresh,
  IconTruckDelivery,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import { Menu } from '../../../ui/overlays/menu.js'
import type { OrderCard } from '../order-answer.js'
import { due, isEnded, isLive, toCancel, toDeliver, toShip } from '../order-facts.js'

/** What is asked in a dialog. */
export type Asked = 'pay' | 'ship' | 'deliver' | 'hold' | 'cancel'
/** What is done at once. */
export type Deed = 'submit' | 'confirm' | 'complete' | 'fulfill' | 'clone'

interface OrderActionsProps {
  readonly order: OrderCard
  readonly busy: Deed | undefined
  readonly ask: (what: Asked) => void
  readonly run: (deed: Deed) => void
}

const canShip = ({ status, items }: OrderCard) =>
  ['CONFIRMED', 'PROCESSING', 'READY'].includes(status) && items.some((item) => toShip(item) > 0)
export const canPay = (order: OrderCard): boolean => isLive(order) && due(order) > 0

/** What may be done now, and only that: the verb of the moment first. */
export function OrderActions({ order, busy, ask, run }: OrderActionsProps) {
  const { t } = useTranslation()
  const may = useMay()
  const verbs = [
    order.status === 'DRAFT' && may('ORDERS_CREATE') && { key: 'submit', run: () => run('submit') },
    order.status === 'PENDING' && may('ORDERS_UPDATE') && { key: 'confirm', run: () => run('confirm') },
    canShip(order) && may('ORDERS_FULFILL') && { key: 'ship', icon: IconTruckDelivery, run: () => ask('ship') },
    order.items.some((item) => toDeliver(item) > 0) &&
      isLive(order) &&
      may('ORDERS_FULFILL') && { key: 'deliver', icon: IconCircleCheck, run: () => ask('deliver') },
    canPay(order) && may('PAYMENTS_CREATE') && { key: 'pay', icon: IconCash, run: () => ask('pay') },
  ].filter((verb) => verb !== false) as ReadonlyArray<Verb>
  return verbs.map(({ key, icon: Icon, run: does }, index) => (
    <Button
      key={key}
      variant={index === 0 ? 'filled' : 'default'}
      loading={busy === key}
      leftSection={Icon && <Icon size={16} stroke={1.75} aria-hidden />}
      onClick={does}
    >
      {t(`orders.verbs.${key}`)}
    </Button>
  ))
}

interface Verb {
  readonly key: 'submit' | 'confirm' | 'ship' | 'deliver' | 'pay'
  readonly icon?: typeof IconCash
  readonly run: () => void
}

/** Behind the dots; nothing where nothing is allowed. */
export function rarerActions({ order, ask, run }: Omit<OrderActionsProps, 'busy'>, may: ReturnType<typeof useMay>) {
  const writes = may('ORDERS_UPDATE')
  const moves = ['PENDING', 'CONFIRMED', 'PROCESSING', 'READY'].includes(order.status)
  const items = [
    order.status === 'DELIVERED' && writes && { key: 'complete', icon: IconCircleCheck, run: () => run('complete') },
    moves && may('ORDERS_FULFILL') && { key: 'fulfill', icon: IconRefresh, run: () => run('fulfill') },
    moves && writes && { key: 'hold', icon: IconPlayerPause, run: () => ask('hold') },
    may('ORDERS_CREATE') && { key: 'clone', icon: IconCopy, run: () => run('clone') },
    !isEnded(order) &&
      writes &&
      order.items.some((item) => toCancel(item) > 0) && {
        key: 'cancel',
        icon: IconBan,
        danger: true,
        run: () => ask('cancel'),
      },
  ]
  return items.filter((item) => item !== false) as readonly RarerAction[]
}

interface RarerAction {
  readonly key: 'complete' | 'fulfill' | 'hold' | 'clone' | 'cancel'
  readonly icon: typeof IconCash
  readonly danger?: true
  readonly run: () => void
}

export function RarerItems({ items }: { readonly items: readonly RarerAction[] }) {
  const { t } = useTranslation()
  return items.map(({ key, icon: Icon, danger, run }) => (
    <Menu.Item
      key={key}
      leftSection={<Icon size={16} stroke={1.5} aria-hidden />}
      {...(danger && { color: 'danger' })}
      onClick={run}
    >
      {t(`orders.verbs.${key}`)}
    </Menu.Item>
  ))
}
