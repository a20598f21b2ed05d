import { useTranslation } from 'react-i18next'
import { Day } from '../../../ui/day.js'
import { DocumentLink } from '../../../ui/document-link.js'
import { type Fact, Facts } from '../../../ui/document-page/facts.js'
import { Moment } from '../../../ui/moment.js'
import { Person } from '../../../ui/person.js'
import { useWord } from '../../../ui/use-word.js'
import type { OrderCard } from '../order-answer.js'

interface OrderAboutProps {
  readonly order: OrderCard
  readonly dealNumber: string | null
}

/** Whose it is and what was agreed; what is not known takes no room. */
export function OrderAbout({ order, dealNumber }: OrderAboutProps) {
  const { t } = useTranslation()
  const word = useWord()
  const { salesRepName, dealId, paymentTerms, fulfillmentMethod, requestedDeliveryDate, priority, tags } = order
  const facts: ReadonlyArray<Fact | false> = [
    salesRepName !== null && { label: t('orders.about.rep'), value: <Person name={salesRepName} /> },
    dealId !== null && {
      label: word('document', 'deal'),
      value: <DocumentLink type="deal" id={dealId} number={dealNumber} />,
    },
    paymentTerms !== null && { label: t('orders.about.terms'), value: word('paymentTerms', paymentTerms) },
    { label: t('orders.about.method'), value: word('fulfillmentMethod', fulfillmentMethod) },
    requestedDeliveryDate !== null && {
      label: t('orders.about.requested'),
      value: <Day value={requestedDeliveryDate} />,
    },
    { label: t('orders.about.priority'), value: word('priority', priority) },
    order.confirmedAt !== null && { label: t('orders.about.confirmed'), value: <Moment value={order.confirmedAt} /> },
    order.shippedAt !== null && { label: t('orders.about.shipped'), value: <Moment value={order.shippedAt} /> },
    order.deliveredAt !== null && { label: t('orders.about.delivered'), value: <Moment value={order.deliveredAt} /> },
    tags.length > 0 && { label: t('orders.about.tags'), value: tags.join(', ') },
  ]
  return <Facts facts={facts.filter((fact) => fact !== false)} />
}
