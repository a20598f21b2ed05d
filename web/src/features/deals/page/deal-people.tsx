import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import { Facts } from '../../../ui/document-page/facts.js'
import { Person } from '../../../ui/person.js'
import type { DealCard } from '../deal-answer.js'
import styles from './page.module.css'

/** Who sells, who buys, and the number to call. */
export function DealPeople({ deal, onAssign }: { readonly deal: DealCard; readonly onAssign: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const phone = deal.contactPhone ?? deal.customerPhone
  return (
    <Facts
      facts={[
        {
          label: t('deals.facts.owner'),
          value: (
            <span className={styles.pair}>
              {deal.assignedToName ? <Person name={deal.assignedToName} /> : <span className={styles.faint}>—</span>}
              {may('DEALS_UPDATE') && may('EMPLOYEES_VIEW') && (
                <button type="button" className={styles.inline} onClick={onAssign}>
                  {t('deals.assign.verb')}
                </button>
              )}
            </span>
          ),
        },
        ...(deal.contactName ? [{ label: t('deals.facts.contact'), value: deal.contactName }] : []),
        ...(phone ? [{ label: t('deals.facts.phone'), value: <a href={`tel:${phone}`}>{phone}</a> }] : []),
        ...(deal.createdByName
          ? [{ label: t('deals.facts.createdBy'), value: <Person name={deal.createdByName} /> }]
          : []),
      ]}
    />
  )
}
