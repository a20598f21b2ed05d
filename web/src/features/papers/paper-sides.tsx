import { may } from '../../lib/may.js'
import type { Side } from '../../ui/document-page/side.js'
import { OrderPapers } from './order-papers.js'

/** The block of an order's documents for whoever may see orders; nothing for a document that no order wanted. */
export const paperSides = (title: string, orderId: string | null | undefined, except: string): readonly Side[] =>
  orderId && may('ORDERS_VIEW')
    ? [{ key: 'papers', title, content: <OrderPapers orderId={orderId} except={except} /> }]
    : []
