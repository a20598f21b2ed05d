import { may } from '../../lib/may.js'
import type { Side } from '../../ui/document-page/side.js'
import { ChainPapers } from './chain-papers.js'

/** The block of an order's documents for whoever may see orders; nothing for a document that no order wanted. */
export function paperSides(title: string, orderId: string | null | undefined, except: string): readonly Side[] {
  if (!orderId || !may('ORDERS_VIEW')) return []
  const isOwn = ({ type, id }: { type: string; id: string }) => type === 'task' || id === except
  return [{ key: 'papers', title, content: <ChainPapers path={`/orders/${orderId}/process`} isOwn={isOwn} /> }]
}
