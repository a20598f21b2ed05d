import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import { Holds } from '../../../ui/document-page/holds.js'
import { late } from '../../../ui/late.js'
import type { Release } from '../dialogs/release-dialog.js'
import type { OrderCard, OrderHold } from '../order-answer.js'
import { openHolds } from '../order-facts.js'
import type { Asked } from './order-actions.js'
import styles from './page.module.css'

const ReleaseDialog = late(async () => (await import('../dialogs/release-dialog.js')).ReleaseDialog)

interface OrderHoldsProps {
  readonly order: OrderCard
  readonly ask: (what: Asked) => void
}

/** Why the order does not go on: the reason with its figures, what lets it go, who may, and the button for those who may. */
export function OrderHolds({ order, ask }: OrderHoldsProps) {
  const [release, setRelease] = useState<Release>()
  const holds = openHolds(order)
  if (holds.length === 0) return null
  return (
    <div className={styles.held}>
      <Holds
        holds={holds.map((hold) => ({
          id: hold.id,
          reason: hold.sentence,
          since: hold.placedAt,
          wayOut: hold.releasedBy,
          action: <HoldActions order={order} hold={hold} ask={ask} onRelease={setRelease} />,
        }))}
      />
      {release && <ReleaseDialog order={order} release={release} onClose={() => setRelease(undefined)} />}
    </div>
  )
}

interface HoldActionsProps extends OrderHoldsProps {
  readonly hold: OrderHold
  readonly onRelease: (release: Release) => void
}

const paidAway: ReadonlySet<string> = new Set(['AWAITING_PREPAYMENT', 'CREDIT_LIMIT', 'OVERDUE_DEBT'])

function HoldActions({ order, hold, ask, onRelease }: HoldActionsProps) {
  const { t } = useTranslation()
  const may = useMay()
  const questions = hold.canRelease?.approvalRequestIds ?? []
  const decides = questions.length > 0 && hold.canRelease?.reader === true
  const pays = paidAway.has(hold.reason) && hold.reason !== 'OVERDUE_DEBT' && may('PAYMENTS_CREATE')
  const repairs = hold.reason === 'FULFILLMENT_ERROR' && may('PROCESSES_MANAGE')
  const releases = questions.length === 0 && may('ORDERS_APPROVE')
  if (!decides && !pays && !repairs && !releases) return null
  return (
    <div className={styles.buttons}>
      {decides && (
        <>
          <Button size="xs" onClick={() => onRelease({ hold, does: 'approve' })}>
            {t('orders.holds.approve')}
          </Button>
          <Button size="xs" variant="default" onClick={() => onRelease({ hold, does: 'reject' })}>
            {t('orders.holds.reject')}
          </Button>
        </>
      )}
      {pays && (
        <Button size="xs" variant={decides ? 'default' : 'filled'} onClick={() => ask('pay')}>
          {t('orders.verbs.pay')}
        </Button>
      )}
      {repairs && (
        <Button
          size="xs"
          renderRoot={(props) => (
            <Link to="/operations" search={{ state: 'DEAD', search: order.orderNumber }} {...props} />
          )}
        >
          {t('orders.holds.repair')}
        </Button>
      )}
      {releases && (
        <Button size="xs" variant="default" onClick={() => onRelease({ hold, does: 'release' })}>
          {t('orders.holds.release')}
        </Button>
      )}
    </div>
  )
}
