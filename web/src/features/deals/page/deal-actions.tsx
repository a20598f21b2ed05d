import { Button } from '@mantine/core'
import { IconConfetti, IconCopy, IconPencil, IconTrash, IconUserShare } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import { Kbd } from '../../../ui/kbd.js'
import { Menu } from '../../../ui/overlays/menu.js'
import type { DealCard } from '../deal-answer.js'
import { isOpen } from '../stages.js'

/** What is asked in a dialog. */
export type Asked = 'win' | 'lose' | 'edit' | 'assign' | 'reopen' | 'delete'

interface DealActionsProps {
  readonly deal: DealCard
  readonly ask: (what: Asked) => void
}

/** What may be done now, and only that: the verb of the moment first. */
export function DealActions({ deal, ask }: DealActionsProps) {
  const { t } = useTranslation()
  const may = useMay()
  const orders = deal.orders ?? []
  const [order] = orders
  const isAlive = orders.some(({ status }) => status !== 'CANCELLED')
  if (isOpen(deal.stage))
    return may('DEALS_UPDATE') ? (
      <>
        <Button
          leftSection={<IconConfetti size={16} stroke={1.75} aria-hidden />}
          rightSection={<Kbd keys="W" />}
          onClick={() => ask('win')}
        >
          {t('deals.page.win')}
        </Button>
        <Button variant="default" onClick={() => ask('lose')}>
          {t('deals.page.lose')}
        </Button>
      </>
    ) : null
  return (
    <>
      {order && (
        <Button renderRoot={(props) => <Link to="/orders/$id" params={{ id: order.id }} {...props} />}>
          {t('deals.page.toOrder', { number: order.orderNumber })}
        </Button>
      )}
      {may('DEALS_REOPEN') && !isAlive && (
        <Button variant="default" onClick={() => ask('reopen')}>
          {t('deals.page.reopen')}
        </Button>
      )}
    </>
  )
}

interface RarerActionsProps extends DealActionsProps {
  readonly onClone: () => void
}

interface RarerAction {
  readonly key: 'edit' | 'assign' | 'clone' | 'delete'
  readonly icon: typeof IconCopy
  readonly run: () => void
}

/** Behind the dots; nothing where nothing is allowed. */
export function rarerActions(
  { deal, ask, onClone }: RarerActionsProps,
  may: ReturnType<typeof useMay>,
): readonly RarerAction[] {
  const open = isOpen(deal.stage)
  const items: readonly (RarerAction | false)[] = [
    open && may('DEALS_UPDATE') && { key: 'edit', icon: IconPencil, run: () => ask('edit') },
    may('DEALS_UPDATE') && may('EMPLOYEES_VIEW') && { key: 'assign', icon: IconUserShare, run: () => ask('assign') },
    may('DEALS_CREATE') && { key: 'clone', icon: IconCopy, run: onClone },
    may('DEALS_DELETE') && deal.stage !== 'WON' && { key: 'delete', icon: IconTrash, run: () => ask('delete') },
  ]
  return items.filter((item) => item !== false)
}

export function RarerItems({ items }: { readonly items: readonly RarerAction[] }) {
  const { t } = useTranslation()
  return items.map(({ key, icon: Icon, run }) => (
    <Menu.Item
      key={key}
      leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
      {...(key === 'delete' && { color: 'danger' })}
      onClick={run}
    >
      {t(`deals.page.${key}`)}
    </Menu.Item>
  ))
}
