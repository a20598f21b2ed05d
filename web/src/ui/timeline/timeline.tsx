import { SegmentedControl } from '@mantine/core'
import type { Chain } from '@prometric/contracts/chains'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../status-badge.js'
import { useFresh } from '../use-fresh.js'
import type { RepairProps } from './parked.js'
import { Scrubber } from './scrubber.js'
import { TimelineNode } from './timeline-node.js'
import styles from './timeline.module.css'
import { mainOf, treeOf } from './tree.js'

interface TimelineProps extends RepairProps {
  readonly chain: Chain
  /** Above the line: `ProgressLine`. */
  readonly progress?: ReactNode
}

/** A chain told as a story: a line in time, what followed under what led to it, and a way to see it happen again. */
export function Timeline({ chain, progress, ...repair }: TimelineProps) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(false)
  const [at, setAt] = useState<number>()
  const nodes = useMemo(() => (whole ? chain.nodes : mainOf(chain)), [chain, whole])
  const inTime = useMemo(() => nodes.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)), [nodes])
  const tree = useMemo(() => treeOf(nodes), [nodes])
  const future = useMemo(() => new Set(at === undefined ? [] : inTime.slice(at + 1).map(({ id }) => id)), [inTime, at])
  const isFresh = useFresh(chain.nodes.map(({ id }) => id))
  const detail = (value: string) => {
    setWhole(value === 'all')
    setAt(undefined)
  }
  return (
    <section className={styles.timeline} aria-label={t('ui.timeline.label')}>
      <header className={styles.head}>
        <StatusBadge of="chain" status={chain.status} />
        <div className={styles.progress}>{progress}</div>
        <SegmentedControl
          size="xs"
          aria-label={t('ui.timeline.detail')}
          value={whole ? 'all' : 'main'}
          onChange={detail}
          data={[
            { value: 'main', label: t('ui.timeline.main') },
            { value: 'all', label: t('ui.timeline.all') },
          ]}
        />
      </header>
      <ol>
        {tree.map((branch) => (
          <TimelineNode
            key={branch.node.id}
            branch={branch}
            startedAt={chain.startedAt}
            future={future}
            isFresh={isFresh}
            {...repair}
          />
        ))}
      </ol>
      {inTime.length > 2 && <Scrubber moments={inTime.map((node) => node.at)} at={at} onChange={setAt} />}
    </section>
  )
}
