import { Button } from '@mantine/core'
import type { VatSettings } from '@prometric/contracts/settings'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { Check } from '../../ui/check.js'
import { Day } from '../../ui/day.js'
import { fieldError, formError } from '../../ui/fields/field-error.js'
import fields from '../../ui/fields/fields.module.css'
import { PercentInput } from '../../ui/fields/percent-input.js'
import { PartTable } from '../../ui/part-table.js'
import { Percent } from '../../ui/percent.js'
import { SectionHeader } from '../../ui/section-header.js'
import { Refusal } from '../../ui/states/refusal.js'
import { ToneMark } from '../../ui/tone-mark.js'
import styles from './settings.module.css'

const modes = ['DATED', 'FIXED'] as const

/** How VAT is charged: by the law on the day of each document, or by one rate for all; where the two differ, it is said. */
export function VatForm({ vat }: { readonly vat: VatSettings }) {
  const { t } = useTranslation()
  const [isPayer, setPayer] = useState(vat.isPayer)
  const [rateMode, setMode] = useState(vat.rateMode)
  const [fixedRate, setRate] = useState<number | null>(vat.fixedRate)
  const changed = isPayer !== vat.isPayer || rateMode !== vat.rateMode || fixedRate !== vat.fixedRate
  const save = useCommand<void, VatSettings>({
    method: 'PUT',
    path: '/settings/vat',
    body: () => ({ isPayer, rateMode, ...(fixedRate !== null && { fixedRate }) }),
    touches: ['/settings', '/products', '/deals', '/orders'],
  })
  return (
    <section className={styles.section} aria-label={t('settings.vat.title')}>
      <SectionHeader title={t('settings.vat.title')}>
        <span className={styles.quiet}>
          {t('settings.vat.now')} <Percent value={vat.defaultRate} />
        </span>
      </SectionHeader>
      {vat.warnings.map(({ code, message }) => (
        <p key={code} className={styles.warning} role="status">
          <ToneMark tone="warning" size={14} />
          <span>{message}</span>
        </p>
      ))}
      <form
        className={styles.vat}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <label className={fields.tick}>
          <Check checked={isPayer} onChange={(event) => setPayer(event.currentTarget.checked)} />
          {t('settings.vat.isPayer')}
        </label>
        {isPayer ? (
          <fieldset className={styles.modes}>
            <legend>{t('settings.vat.mode')}</legend>
            {modes.map((mode) => (
              <label key={mode} className={styles.mode}>
                <Check type="radio" name="mode" checked={rateMode === mode} onChange={() => setMode(mode)} />
                <span>
                  {t(`settings.vat.modes.${mode}`)}
                  <span className={styles.hint}>{t(`settings.vat.hints.${mode}`)}</span>
                </span>
              </label>
            ))}
            {rateMode === 'FIXED' && (
              <div className={styles.rate}>
                <PercentInput
                  label={t('settings.vat.fixedRate')}
                  value={fixedRate}
                  onChange={setRate}
                  error={fieldError(save.error, 'fixedRate')}
                />
              </div>
            )}
          </fieldset>
        ) : (
          <p className={styles.quiet}>{t('settings.vat.noPayer')}</p>
        )}
        <p className={styles.quiet}>{t('settings.vat.past')}</p>
        <Refusal error={formError(save.error, ['fixedRate'])} />
        <Button
          type="submit"
          className={styles.save ?? ''}
          loading={save.isPending}
          disabled={!changed || fixedRate === null}
        >
          {t('settings.vat.save')}
        </Button>
      </form>
      <PartTable
        label={t('settings.vat.law')}
        rows={vat.rates}
        columns={[
          {
            key: 'category',
            title: t('settings.vat.law'),
            place: 'title',
            cell: ({ category, inForce }) => (
              <span className={inForce ? styles.strong : styles.quiet}>{t(`settings.vat.category.${category}`)}</span>
            ),
          },
          {
            key: 'rate',
            title: t('settings.vat.rate'),
            align: 'end',
            place: 'end',
            cell: ({ rate }) => (rate === null ? '—' : <Percent value={rate} />),
          },
          { key: 'from', title: t('settings.vat.from'), cell: ({ validFrom }) => <Day value={validFrom} /> },
          { key: 'to', title: t('settings.vat.to'), cell: ({ validTo }) => <Day value={validTo} /> },
          {
            key: 'basis',
            title: t('settings.vat.basis'),
            cell: ({ legalBasis }) => legalBasis ?? '—',
          },
        ]}
      />
    </section>
  )
}
