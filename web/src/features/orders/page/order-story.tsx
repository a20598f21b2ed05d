import type { Chain, ChainNode } from '@prometric/contracts/chains'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { late } from '../../../ui/late.js'
import { SectionHeader } from '../../../ui/section-header.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { Timeline } from '../../../ui/timeline/timeline.js'
import { touchedByOrder } from '../order-answer.js'
import styles from './page.module.css'

const SkipDialog = late(async () => (await import('../../operations/skip-dialog.js')).SkipDialog)

/** What happened and why, from the first cause on; a step that stopped is mended here. */
export function OrderStory({ story }: { readonly story: Chain }) {
  const { t } = useTranslation()
  const may = useMay()
  const [skipped, setSkipped] = useState<ChainNode>()
  const retry = useCommand<ChainNode>({
    path: ({ deliveryId }) => `/deliveries/${encodeURIComponent(deliveryId ?? '')}/retry`,
    touches: [...touchedByOrder, '/deliveries'],
  })
  const repairs = may('PROCESSES_MANAGE')
  return (
    <section id="story" aria-label={t('chain.title')} className={styles.section}>
      <SectionHeader title={t('chain.title')} />
      <Timeline
        chain={story}
        {...(repairs && { onRetry: (node: ChainNode) => retry.mutate(node), onSkip: setSkipped })}
        busy={retry.isPending ? retry.variables.id : undefined}
      />
      <Refusal error={retry.error} />
      {skipped?.deliveryId && (
        <SkipDialog ids={[skipped.deliveryId]} about={skipped.label} onClose={() => setSkipped(undefined)} />
      )}
    </section>
  )
}
