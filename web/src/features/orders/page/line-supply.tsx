import { useTranslation } from 'react-i18next'
import { dayOf, quantity as written, shortDay } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import type { Paper } from '../../../ui/document-page/papers.js'
import { DocumentLink } from '../../../ui/document-link.js'
import type { OrderItem } from '../order-answer.js'
import { wanted } from '../order-facts.js'
import styles from './line-supply.module.css'
import { type Portion, supplyOf } from './supply-of.js'

interface LineSupplyProps {
  readonly item: OrderItem
  /** Documents of the order, to name what makes the goods. */
  readonly papers: readonly Paper[]
}

/** Where the pieces of a line are: a bar of what is done and what is on the way, and the same in words. */
export function LineSupply({ item, papers }: LineSupplyProps) {
  const all = wanted(item)
  if (item.productType === 'BUNDLE' || all <= 0) return null
  const portions = supplyOf(item)
  return (
    <div className={styles.supply}>
      <div className={styles.bar} aria-hidden>
        {portions.map(({ part, quantity }, index) => (
          <i key={index} data-part={part} style={{ flexGrow: quantity }} />
        ))}
      </div>
      <ul className={styles.words}>
        {portions.map((portion, index) => (
          <li key={index} data-part={portion.part}>
            <Words portion={portion} item={item} whole={portions.length === 1} papers={papers} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface WordsProps extends LineSupplyProps {
  readonly portion: Portion
  /** It is all of the line: how many is said already. */
  readonly whole: boolean
}

function Words({ portion, item, whole, papers }: WordsProps) {
  const { t } = useTranslation()
  const today = dayOf(new Date(), useTimezone())
  const { part, quantity, by, productionOrderId } = portion
  const made = productionOrderId ? papers.find(({ id }) => id === productionOrderId) : undefined
  const work = item.productType === 'SERVICE' || item.productType === 'DIGITAL'
  return (
    <>
      <span>{t(work ? `orders.work.${part === 'delivered' ? 'done' : 'open'}` : `orders.supply.${part}`)}</span>
      {!whole && <span className={styles.figure}>{written(quantity, item.unit)}</span>}
      {by && <span className={styles.quiet}>{t('orders.supply.by', { day: shortDay(by, today) })}</span>}
      {made && <DocumentLink {...made} bare />}
    </>
  )
}
