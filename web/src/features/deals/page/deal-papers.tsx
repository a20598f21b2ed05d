import type { Chain } from '@prometric/contracts/chains'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../../lib/api.js'
import { type Paper, Papers } from '../../../ui/document-page/papers.js'
import { Problem } from '../../../ui/states/problem.js'
import { Skeleton } from '../../../ui/states/skeletons.js'

const notPapers: ReadonlySet<string> = new Set(['deal', 'customer', 'product', 'supplier'])

/** Everything that exists because the deal was won, each with its status of now. */
export function DealPapers({ dealId }: { readonly dealId: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useAnswer<readonly Chain[]>(`/deals/${dealId}/process`)
  if (error) return <Problem error={error} retry={() => void refetch()} unchanged={t('ui.problem.unchanged')} />
  if (!data) return <Skeleton shape="lines" rows={4} />
  const nodes = data.flatMap((chain) => chain.nodes)
  const papers = new Map<string, Paper>(
    nodes.flatMap(({ documents }) =>
      documents.filter(({ type }) => !notPapers.has(type)).map((one) => [one.id, one] as const),
    ),
  )
  const hidden = Math.max(0, ...nodes.map(({ hiddenDocuments }) => hiddenDocuments))
  return <Papers papers={[...papers.values()]} hidden={hidden} />
}
