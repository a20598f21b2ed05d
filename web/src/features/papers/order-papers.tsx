import type { Chain } from '@prometric/contracts/chains'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { type Paper, Papers } from '../../ui/document-page/papers.js'
import { Problem } from '../../ui/states/problem.js'
import { Skeleton } from '../../ui/states/skeletons.js'

const notPapers: ReadonlySet<string> = new Set(['customer', 'product', 'supplier', 'task'])

/** Everything that exists because of an order, this document's neighbours, each with its status of now. */
export function OrderPapers({ orderId, except }: { readonly orderId: string; readonly except?: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useAnswer<readonly Chain[]>(`/orders/${orderId}/process`)
  if (error) return <Problem error={error} retry={() => void refetch()} unchanged={t('ui.problem.unchanged')} />
  if (!data) return <Skeleton shape="lines" rows={4} />
  const nodes = data.flatMap((chain) => chain.nodes)
  const named = nodes.flatMap(({ documents }) => documents)
  const papers = new Map<string, Paper>(
    named.filter(({ type, id }) => !notPapers.has(type) && id !== except).map((one) => [one.id, one]),
  )
  const hidden = Math.max(0, ...nodes.map(({ hiddenDocuments }) => hiddenDocuments))
  return <Papers papers={[...papers.values()]} hidden={hidden} />
}
