import type { WonDeal } from '@prometric/contracts/won-deal'
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type CSSProperties, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { may } from '../../lib/may.js'
import { DocumentNumber } from '../../ui/document-number.js'
import { Money } from '../../ui/money.js'
import { type DealCard, cardPath } from './deal-answer.js'
import styles from './won-strip.module.css'

const celebratedMs = 1300

interface WonStripProps {
  readonly won: WonDeal
  readonly title: string
  readonly onClose: () => void
}

/** A win: a moment of joy, then the way to the order that came of it. */
export function WonStrip({ won, title, onClose }: WonStripProps) {
  const { t } = useTranslation()
  const [calm, setCalm] = useState(false)
  useEffect(() => {
    const later = setTimeout(() => setCalm(true), celebratedMs)
    return () => clearTimeout(later)
  }, [])
  return (
    <aside className={styles.strip} data-calm={calm || undefined} aria-label={t('deals.won.label')}>
      <svg className={styles.tick} viewBox="0 0 24 24" aria-hidden>
        <circle cx="12" cy="12" r="11" />
        <path d="m6.5 12.5 3.6 3.6 7.4-8" />
      </svg>
      <div className={styles.words} role="status">
        <span className={styles.title}>{t('deals.won.title', { title })}</span>
        <Money value={won.deal.value} strong />
        {calm && <Made won={won} />}
      </div>
      {!calm && <Sparks />}
      <ActionIcon size="sm" aria-label={t('ui.close')} onClick={onClose}>
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </aside>
  )
}

/** What the win made: known at once, or heard of when it is made behind the scenes. */
function Made({ won }: { readonly won: WonDeal }) {
  const { t } = useTranslation()
  const waits = won.order === null && may('ORDERS_VIEW')
  const later = useAnswer<DealCard>(cardPath(won.deal.id), { enabled: waits })
  const order = won.order ?? later.data?.orders?.[0]
  const counted = [
    won.invoice && t('deals.won.invoice'),
    won.pickingOrderIds.length > 0 && t('deals.won.picking', { count: won.pickingOrderIds.length }),
    won.productionOrderIds.length > 0 && t('deals.won.production', { count: won.productionOrderIds.length }),
    won.requisitionIds.length > 0 && t('deals.won.requisitions', { count: won.requisitionIds.length }),
    won.deliveryOrderId && t('deals.won.delivery'),
    won.holds.length > 0 && t('deals.won.held'),
  ].filter(Boolean)
  if (!order || !may('ORDERS_VIEW')) return <span>{won.pending ? t('deals.won.making') : counted.join(' · ')}</span>
  return (
    <>
      <Link to="/orders/$id" params={{ id: order.id }} className={styles.order}>
        {t('deals.won.order')} <DocumentNumber>{order.orderNumber}</DocumentNumber>
        <span aria-hidden>{'→'}</span>
      </Link>
      <span className={styles.counted}>{counted.join(' · ')}</span>
    </>
  )
}

const sparks = Array.from({ length: 14 }, (_, index) => index)

const flight = (spark: number) =>
  ({ '--turn': `${(spark * 360) / sparks.length}deg`, '--far': `${26 + (spark % 3) * 10}px` }) as CSSProperties

function Sparks() {
  return (
    <span className={styles.sparks} aria-hidden>
      {sparks.map((spark) => (
        <i key={spark} style={flight(spark)} />
      ))}
    </span>
  )
}
