import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import { type Fact, Facts } from '../../../ui/document-page/facts.js'
import { MoneyBlock } from '../../../ui/document-page/money-block.js'
import { Money } from '../../../ui/money.js'
import { Percent } from '../../../ui/percent.js'
import type { DealCard } from '../deal-answer.js'
import { isOpen } from '../stages.js'
import styles from './page.module.css'

/** What the deal is worth; to those who may know, what is left of it. */
export function DealMoney({ deal }: { readonly deal: DealCard }) {
  const { t } = useTranslation()
  const may = useMay()
  const { netValue, taxAmount, value, discountAmount, marginAmount, marginPercent, linesWithoutCost } = deal
  const vat = deal.products.length > 0 ? taxAmount : Math.round((value - netValue) * 100) / 100
  const facts: Fact[] = [
    ...(discountAmount > 0 ? [{ label: t('deals.money.discount'), value: <Money value={discountAmount} /> }] : []),
    ...(isOpen(deal.stage)
      ? [
          { label: t('deals.money.probability'), value: <Percent value={deal.probability} /> },
          { label: t('deals.money.expected'), value: <Money value={deal.expectedRevenue} /> },
        ]
      : []),
    ...(may('COST_VIEW') && marginAmount !== null
      ? [
          {
            label: t('deals.money.margin'),
            value: (
              <span className={styles.pair}>
                <Money value={marginAmount} />
                <Percent value={marginPercent === null ? null : Math.round(marginPercent * 10) / 10} />
              </span>
            ),
            parted: true,
          },
        ]
      : []),
  ]
  return (
    <>
      <MoneyBlock
        subtotal={netValue}
        vat={vat}
        total={value}
        {...(deal.stage === 'WON' && { paid: deal.paidAmount })}
      />
      <Facts facts={facts} />
      {may('COST_VIEW') && (linesWithoutCost ?? 0) > 0 && (
        <p className={styles.hint}>{t('deals.money.withoutCost', { count: linesWithoutCost ?? 0 })}</p>
      )}
    </>
  )
}
