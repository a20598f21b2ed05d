import type { ChainNode } from '@prometric/contracts/chains'
import {
  IconArrowRight,
  IconBolt,
  IconCheck,
  IconClock,
  IconPlayerPause,
  IconRoute,
  IconTool,
  IconUser,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../theme/tokens.js'
import { toneClass } from '../tone.js'
import styles from './timeline.module.css'

export type Kind = ChainNode['kind'] | 'REPAIR'

const kinds = {
  CAUSE: IconUser,
  EVENT: IconBolt,
  RUN: IconRoute,
  STEP: IconCheck,
  DELIVERY: IconArrowRight,
  HOLD: IconPlayerPause,
  REPAIR: IconTool,
} as const

/** What has not come to its end asks for the eye; what is done is grey. */
export function toneOfNode({ kind, state }: Pick<ChainNode, 'kind' | 'state'>): Tone {
  if (state === 'DEAD' || state === 'FAILED' || state === 'ATTENTION') return 'danger'
  if (state === 'WAITING' || kind === 'HOLD') return 'warning'
  if (state === 'READY' || state === 'RUNNING') return 'info'
  return kind === 'STEP' ? 'success' : 'neutral'
}

export const isWaiting = ({ state }: Pick<ChainNode, 'state'>): boolean =>
  ['WAITING', 'READY', 'RUNNING'].includes(state)

/** The kind of a node as a small round on the line: it breathes while the node waits. */
export function NodeMark({ node, calm }: { readonly node: Pick<ChainNode, 'kind' | 'state'>; readonly calm: boolean }) {
  const { t } = useTranslation()
  const tone = toneOfNode(node)
  const Icon = tone === 'danger' ? IconX : isWaiting(node) && node.kind !== 'HOLD' ? IconClock : kinds[node.kind]
  const waits = isWaiting(node) && !calm
  return (
    <span
      className={`${styles.mark} ${toneClass(tone)}`}
      data-kind={node.kind}
      data-waits={waits || undefined}
      title={t(`ui.kind.${node.kind}`)}
    >
      <Icon size={12} stroke={2} aria-hidden />
    </span>
  )
}
