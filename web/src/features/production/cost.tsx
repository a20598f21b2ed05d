import { useTranslation } from 'react-i18next'
import { type Fact, Facts } from '../../ui/document-page/facts.js'
import { Money } from '../../ui/money.js'
import type { ProductionRow } from './production-answer.js'

/** What it should cost and what it came to; for whoever may know. */
export function Cost({ order }: { readonly order: ProductionRow }) {
  const { t } = useTranslation()
  const { estimatedCost, actualCost, materialCost, laborCost, overheadCost, quantity } = order
  const whole = actualCost ?? estimatedCost
  const facts: Fact[] = [
    { label: t('production.estimated'), value: <Money value={estimatedCost} /> },
    { label: t('production.material'), value: <Money value={materialCost} />, parted: true },
    { label: t('production.labour'), value: <Money value={laborCost} /> },
    { label: t('production.overhead'), value: <Money value={overheadCost} /> },
    { label: t('production.actual'), value: <Money value={actualCost} />, strong: true, parted: true },
    {
      label: t('production.perUnit'),
      value: <Money value={whole === null ? null : Math.round((whole / quantity) * 100) / 100} />,
    },
  ]
  return <Facts facts={facts} />
}
