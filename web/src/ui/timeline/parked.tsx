import { Button } from '@mantine/core'
import type { ChainNode } from '@prometric/contracts/chains'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './timeline.module.css'

export interface RepairProps {
  /** Absent for those who may not. */
  readonly onRetry?: ((node: ChainNode) => void) | undefined
  readonly onSkip?: ((node: ChainNode) => void) | undefined
  /** The id of the node on which something is being done. */
  readonly busy?: string | undefined
}

/** A node that stopped: try again, skip, see why. */
export function Parked({ node, onRetry, onSkip, busy }: RepairProps & { readonly node: ChainNode }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.parked}>
      <div className={styles.repair}>
        {node.canRetry && onRetry && (
          <Button size="compact-sm" variant="default" loading={busy === node.id} onClick={() => onRetry(node)}>
            {t('ui.timeline.retry')}
          </Button>
        )}
        {node.canSkip && onSkip && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            disabled={busy === node.id}
            onClick={() => onSkip(node)}
          >
            {t('ui.timeline.skip')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('ui.timeline.hideError') : t('ui.timeline.error')}
        </Button>
      </div>
      {open && <pre className={styles.error} tabIndex={0}>{`${node.error?.code}\n${node.error?.message}`}</pre>}
    </div>
  )
}
