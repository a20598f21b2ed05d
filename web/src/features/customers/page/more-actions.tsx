import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import { Menu } from '../../../ui/overlays/menu.js'
import { useWord } from '../../../ui/use-word.js'
import type { Customer } from '../customer-answer.js'
import { isLead, moves } from '../values.js'
import type { Asked } from './customer-dialogs.js'

interface MoreActionsProps {
  readonly customer: Customer
  readonly ask: (what: Asked) => void
}

/** Rarer actions: to another status, on the stop list, away. */
export function MoreActions({ customer, ask }: MoreActionsProps) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const { status, isActive, purchaseCount } = customer
  const writes = may('CUSTOMERS_UPDATE')
  const targets = moves[status].filter(
    // To become a customer has a button of its own; who has bought is no prospect any more.
    (to) => !(to === 'ACTIVE' && isLead(status)) && !(status === 'INACTIVE' && to === 'PROSPECT' && purchaseCount > 0),
  )
  return (
    <>
      {writes &&
        targets.map((to) => (
          <Menu.Item key={to} onClick={() => ask({ status: to })}>
            {t('customers.status.move', { status: word('customer', to) })}
          </Menu.Item>
        ))}
      {writes && isActive && <Menu.Item onClick={() => ask('block')}>{t('customers.block.verb')}</Menu.Item>}
      {may('CUSTOMERS_DELETE') && (
        <Menu.Item color="danger" onClick={() => ask('remove')}>
          {t('customers.remove.verb')}
        </Menu.Item>
      )}
    </>
  )
}
