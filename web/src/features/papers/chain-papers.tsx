import type { Chain } from '@prometric/contracts/chains'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { type Paper, Papers } from '../../ui/document-page/papers.js'
import { Problem } from '../../ui/states/problem.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { papersOf } from './papers-of.js'

interface ChainPapersProps {
  /** Where the chains are told: of an order, of a deal. */
  readonly path: string
  readonly isOwn: (paper: Paper) => boolean
}

/** Everything that exists because of an order or a deal, each with its status of now. */
export function ChainPapers({ path, isOwn }: ChainPapersProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useAnswer<readonly Chain[]>(path)
  if (error) return <Problem error={error} retry={() => void refetch()} unchanged={t('ui.problem.unchanged')} />
  if (!data) return <Skeleton shape="lines" rows={4} />
  const nodes = data.flatMap((chain) => chain.nodes)
  return <Papers {...papersOf(nodes, isOwn)} />
}
