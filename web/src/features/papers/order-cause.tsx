import type { ReactNode } from 'react'
import { useMay } from '../../lib/may.js'
import { CauseLine } from '../../ui/document-page/cause-line.js'

interface OrderCauseProps {
  readonly orderId: string | null | undefined
  readonly at: string
  readonly children: ReactNode
}

/** Why a document exists, with the way to the order whose chain tells it whole. */
export function OrderCause({ orderId, at, children }: OrderCauseProps) {
  const may = useMay()
  return (
    <CauseLine at={at} {...(orderId && may('ORDERS_VIEW') && { to: `/orders/${orderId}` })}>
      {children}
    </CauseLine>
  )
}
