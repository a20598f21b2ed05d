import { useTranslation } from 'react-i18next'
import { quantity } from '../../../lib/format.js'
import { ProgressLine } from '../../../ui/timeline/progress-line.js'
import type { OrderCard } from '../order-answer.js'
import { type Progress, progressOf } from './progress-of.js'

/** заказ ✓ счёт ✓ резерв 60/100 производство 40 доставка – оплата 0 % */
export function OrderProgress({ order }: { readonly order: OrderCard }) {
  const { t } = useTranslation()
  const parts = progressOf(order).map((part) => {
    const figure = figureOf(part)
    return { key: part.key, label: t(`orders.progress.${part.key}`), state: part.state, ...(figure && { figure }) }
  })
  return <ProgressLine parts={parts} />
}

function figureOf({ done, all, percent }: Progress): string | undefined {
  if (percent !== undefined) return `${percent}\u00a0%`
  if (done === undefined) return undefined
  return all === undefined ? quantity(done) : `${quantity(done)}/${quantity(all)}`
}
