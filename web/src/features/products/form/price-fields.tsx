import { Select } from '@mantine/core'
import type { calculatedPrice } from '@prometric/contracts/product-parts'
import type { VatSettings } from '@prometric/contracts/settings'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Answered, ask, useAnswer } from '../../../lib/api.js'
import { percent } from '../../../lib/format.js'
import { useMay } from '../../../lib/may.js'
import { Check } from '../../../ui/check.js'
import fields from '../../../ui/fields/fields.module.css'
import { MoneyInput } from '../../../ui/fields/money-input.js'
import { PercentInput } from '../../../ui/fields/percent-input.js'
import { Money } from '../../../ui/money.js'
import styles from '../products.module.css'
import type { FormPart } from './form-part.js'

interface PriceFieldsProps extends FormPart {
  /** The rate that is charged now, of a product that is here already. */
  readonly today: number | undefined
}

/** Price and VAT, and, where a thing is made, from what the price comes. */
export function PriceFields({ draft, change, errorOf, today }: PriceFieldsProps) {
  const { t } = useTranslation()
  const costs = useMay()('COST_VIEW')
  const { data: vat } = useAnswer<VatSettings>('/settings/vat', { staleMs: 60_000 })
  const made = draft.productType === 'MANUFACTURED'
  const money = (name: 'price' | 'minPrice' | 'purchasePrice' | 'materialCost' | 'laborCost', hint?: string) => (
    <MoneyInput
      price
      label={t(`products.facts.${name}`)}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
      error={errorOf(name)}
      {...(hint && { hint })}
    />
  )
  const rates = (vat?.rates ?? []).filter(({ inForce, rate }) => inForce && rate !== null)
  return (
    <>
      <h3 className={fields.part}>{t('products.price.title')}</h3>
      {made && costs && (
        <>
          {money('materialCost')}
          {money('laborCost')}
          <PercentInput
            label={t('products.facts.overheadPercent')}
            value={draft.overheadPercent}
            onChange={(overheadPercent) => change({ overheadPercent: overheadPercent ?? 0 })}
            error={errorOf('overheadPercent')}
          />
          <PercentInput
            label={t('products.facts.markupPercent')}
            value={draft.markupPercent}
            onChange={(markupPercent) => change({ markupPercent })}
            error={errorOf('markupPercent')}
          />
          <Counted {...{ draft, change, errorOf }} />
        </>
      )}
      {money('price', made ? t('products.form.priceHint') : undefined)}
      <Select
        size="sm"
        allowDeselect={false}
        label={t('products.facts.vat')}
        data={[
          { value: 'settings', label: t('products.vat.bySettings', { rate: percent(vat?.defaultRate ?? 0) }) },
          ...rates.map(({ id, category, rate }) => ({
            value: id,
            label: `${t(`products.vat.category.${category}`)}, ${percent(rate ?? 0)}`,
          })),
          ...(draft.vat === 'typed'
            ? [{ value: 'typed', label: t('products.vat.typed', { rate: percent(today ?? 0) }) }]
            : []),
          { value: 'exempt', label: t('products.vat.exempt') },
        ]}
        value={draft.vat}
        onChange={(choice) => choice && change({ vat: choice })}
        error={errorOf('vatRateId')}
      />
      {costs && (draft.productType === 'PRODUCT' || draft.productType === 'MATERIAL' || draft.productType === 'SERVICE')
        ? money('purchasePrice')
        : money('minPrice')}
      <label className={fields.tick}>
        <Check
          checked={draft.vatIncluded}
          disabled={draft.vat === 'exempt'}
          onChange={(event) => change({ vatIncluded: event.currentTarget.checked })}
        />
        {t('products.vat.includedInPrice')}
      </label>
    </>
  )
}

/** What the server makes of the costs: the cost price and the price that follows from it. */
function Counted({ draft }: FormPart) {
  const { t } = useTranslation()
  const { materialCost, laborCost, overheadPercent, markupPercent, vatIncluded, vat } = draft
  const given = {
    materialCost,
    laborCost,
    overheadPercent,
    ...(markupPercent !== null && { markupPercent }),
    vatIncluded,
    vatExempt: vat === 'exempt',
  }
  const [body] = useDebouncedValue(JSON.stringify(given), 300)
  const { data } = useQuery({
    queryKey: ['/products/price/calculate', body],
    queryFn: ({ signal }) =>
      ask<Answered<typeof calculatedPrice>>('/products/price/calculate', {
        method: 'POST',
        body: JSON.parse(body) as unknown,
        signal,
      }),
    enabled: materialCost !== null && laborCost !== null,
  })
  if (!data || materialCost === null || laborCost === null) return null
  return (
    <p className={styles.counted} role="status">
      <span>
        {t('products.facts.cost')} <Money value={data.data.totalCost} price />
      </span>
      <span>
        {t('products.form.suggested')} <Money value={data.data.price} price strong />
      </span>
    </p>
  )
}
