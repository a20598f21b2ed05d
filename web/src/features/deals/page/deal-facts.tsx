import { useTranslation } from 'react-i18next'
import { Day } from '../../../ui/day.js'
import { type Fact, Facts } from '../../../ui/document-page/facts.js'
import { useWord } from '../../../ui/use-word.js'
import type { DealCard } from '../deal-answer.js'
import { isOpen } from '../stages.js'
import styles from './page.module.css'

/** What else is known of a deal; what is not known takes no room. */
export function DealFacts({ deal }: { readonly deal: DealCard }) {
  const { t } = useTranslation()
  const word = useWord()
  const { expectedCloseDate, requestedDeliveryDate, paymentTerms, leadSource, priority, tags, lostReason } = deal
  const facts: readonly (Fact | false)[] = [
    lostReason !== null && { label: t('deals.facts.lostReason'), value: word('lostReason', lostReason), strong: true },
    deal.lostToCompetitor !== null && { label: t('deals.lose.competitor'), value: deal.lostToCompetitor },
    isOpen(deal.stage)
      ? expectedCloseDate !== null && { label: t('deals.facts.close'), value: <Day value={expectedCloseDate} due /> }
      : deal.actualCloseDate !== null && {
          label: t('deals.facts.closed'),
          value: <Day value={deal.actualCloseDate} />,
        },
    requestedDeliveryDate !== null && {
      label: t('deals.facts.delivery'),
      value: <Day value={requestedDeliveryDate} />,
    },
    paymentTerms !== null && { label: t('deals.facts.terms'), value: word('paymentTerms', paymentTerms) },
    { label: t('deals.facts.priority'), value: word('priority', priority) },
    leadSource !== null && { label: t('deals.facts.source'), value: word('leadSource', leadSource) },
    tags.length > 0 && { label: t('deals.facts.tags'), value: tags.join(', ') },
  ]
  return (
    <>
      <Facts facts={facts.filter((fact) => fact !== false)} />
      {(deal.lostReasonText ?? deal.wonReason) && (
        <p className={styles.note}>{deal.lostReasonText ?? deal.wonReason}</p>
      )}
      {deal.description && <p className={styles.note}>{deal.description}</p>}
    </>
  )
}
