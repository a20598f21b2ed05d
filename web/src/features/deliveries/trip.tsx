import { useTranslation } from 'react-i18next'
import { type Fact, Facts } from '../../ui/document-page/facts.js'
import { Moment } from '../../ui/moment.js'
import { Money } from '../../ui/money.js'
import { useWord } from '../../ui/use-word.js'
import type { DeliveryCard } from './delivery-answer.js'

/** To whom, when, and how it went. */
export function Trip({ delivery }: { readonly delivery: DeliveryCard }) {
  const { t } = useTranslation()
  const word = useWord()
  const { recipientName, recipientPhone, trackingNumber, failReason, failComment, codAmount } = delivery
  const proof = delivery.proof as { readonly recipient?: string } | null
  const moments = [
    [t('deliveries.started'), delivery.startedAt],
    [t('deliveries.delivered'), delivery.deliveredAt],
    [t('deliveries.failed'), delivery.failedAt],
  ] as const
  const facts: Fact[] = [
    { label: t('deliveries.recipient'), value: recipientName ?? '—' },
    ...(recipientPhone
      ? [{ label: t('deliveries.phone'), value: <a href={`tel:${recipientPhone}`}>{recipientPhone}</a> }]
      : []),
    ...(trackingNumber ? [{ label: t('deliveries.tracking'), value: trackingNumber }] : []),
    ...(delivery.attempt > 1 ? [{ label: t('deliveries.attempt'), value: delivery.attempt }] : []),
    ...moments.filter(([, at]) => at).map(([label, at]) => ({ label, value: <Moment value={at} /> })),
    ...(proof?.recipient ? [{ label: t('deliveries.receivedBy'), value: proof.recipient }] : []),
    ...(failReason ? [{ label: t('ui.dialog.reason'), value: word('deliveryFailReason', failReason) }] : []),
    ...(failComment ? [{ label: t('deliveries.comment'), value: failComment }] : []),
    ...(codAmount > 0
      ? [
          { label: t('deliveries.cash'), value: <Money value={codAmount} />, parted: true },
          { label: t('deliveries.collected'), value: <Money value={delivery.codCollected} /> },
        ]
      : []),
  ]
  return <Facts facts={facts} />
}
