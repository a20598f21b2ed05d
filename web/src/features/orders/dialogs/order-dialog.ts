import type { OrderCard } from '../order-answer.js'

/** What every dialog about an order is given. */
export interface OrderDialogProps {
  readonly order: OrderCard
  readonly onClose: () => void
}
