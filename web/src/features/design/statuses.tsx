import { Fragment } from 'react'
import { Badge, StatusBadge } from '../../ui/status-badge.js'
import { lifecycles, statusesOf } from '../../ui/status-tones.js'
import styles from './design.module.css'

export function Statuses() {
  return (
    <div className={styles.lifecycle}>
      {lifecycles.map((of) => (
        <Fragment key={of}>
          <span className={styles.label}>{of}</span>
          <span className={styles.badges}>
            {statusesOf(of).map((status) => (
              <StatusBadge key={status} of={of} status={status} />
            ))}
          </span>
        </Fragment>
      ))}
      <span className={styles.label}>plain</span>
      <span className={styles.badges} style={{ gap: 16 }}>
        {statusesOf('order').map((status) => (
          <StatusBadge key={status} of="order" status={status} plain />
        ))}
        <Badge tone="warning">Просрочен на 2 дня</Badge>
      </span>
    </div>
  )
}
