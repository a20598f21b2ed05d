import type { ChainNode } from '@prometric/contracts/chains'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clock, day, dayOf, moment } from '../../lib/format.js'
import { useTimezone } from '../../lib/session.js'
import { useDuration } from './duration.js'
import { NodeMark } from './node-mark.js'
import { Parked, type RepairProps } from './parked.js'
import styles from './timeline.module.css'
import { Told } from './told.js'
import { type Branch, sizeOf } from './tree.js'

interface TimelineNodeProps extends RepairProps {
  readonly branch: Branch
  readonly startedAt: string
  /** Nodes that have not happened yet at the moment of the scrubber. */
  readonly future: ReadonlySet<string>
  /** It came while one was looking. */
  readonly isFresh: (id: string) => boolean
}

/** A node: its mark on the line, its sentence, when and how long, and under it what it led to. */
export function TimelineNode({ branch, startedAt, future, isFresh, ...repair }: TimelineNodeProps) {
  const { node, children } = branch
  const { t } = useTranslation()
  const [folded, setFolded] = useState(false)
  const Chevron = folded ? IconChevronRight : IconChevronDown
  return (
    <li
      className={styles.item}
      data-future={future.has(node.id) || undefined}
      data-fresh={isFresh(node.id) || undefined}
    >
      <div className={styles.node}>
        <NodeMark node={node} calm={future.has(node.id)} />
        <div className={styles.line}>
          <Told node={node} />
          <span className={styles.tail}>
            {children.length > 0 && (
              <button
                type="button"
                className={styles.fold}
                aria-expanded={!folded}
                aria-label={folded ? t('ui.timeline.unfold') : t('ui.timeline.fold')}
                onClick={() => setFolded(!folded)}
              >
                <Chevron size={14} aria-hidden />
                {folded && t('ui.timeline.under', { count: sizeOf(children) })}
              </button>
            )}
            <When node={node} startedAt={startedAt} />
          </span>
        </div>
      </div>
      {node.error && <Parked node={node} {...repair} />}
      {children.length > 0 && !folded && (
        <ol className={styles.children}>
          {children.map((child) => (
            <TimelineNode
              key={child.node.id}
              branch={child}
              startedAt={startedAt}
              future={future}
              isFresh={isFresh}
              {...repair}
            />
          ))}
        </ol>
      )}
    </li>
  )
}

function When({ node, startedAt }: { readonly node: ChainNode; readonly startedAt: string }) {
  const { t } = useTranslation()
  const zone = useTimezone()
  const duration = useDuration()
  const on = dayOf(node.at, zone)
  const at = on === dayOf(startedAt, zone) ? clock(node.at, zone) : `${day(on).slice(0, 5)} ${clock(node.at, zone)}`
  return (
    <span className={styles.when}>
      {node.attempts !== null && node.attempts > 1 && (
        <span>{t('ui.timeline.attempts', { count: node.attempts })}</span>
      )}
      {node.durationMs !== null && node.durationMs > 0 && <span>{duration(node.durationMs)}</span>}
      <time dateTime={node.at} title={`${moment(node.at, zone)}${node.actor ? ` · ${node.actor.name}` : ''}`}>
        {at}
      </time>
    </span>
  )
}
