import { Button } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { SectionHeader } from '../../ui/section-header.js'
import { Refusal } from '../../ui/states/refusal.js'
import { PickLine } from './pick-line.js'
import { type PickingCard, pickingPath, touchedByPicking } from './picking-answer.js'
import styles from './picking.module.css'
import { isTouched, ScanField } from './scan-field.js'
import { useGathered } from './use-gathered.js'

/** A list in somebody's hands: scan or touch what is taken, and end it when everything is. */
export function PickList({ picking }: { readonly picking: PickingCard }) {
  const { t } = useTranslation()
  const { id, lines } = picking
  const basket = useGathered(picking)
  const scanner = useRef<HTMLInputElement>(null)
  const complete = useCommand<void, PickingCard>({
    path: `${pickingPath}/${id}/complete`,
    body: () => ({ lines: lines.map((line) => ({ id: line.id, pickedQuantity: basket.of(line) })) }),
    touches: touchedByPicking,
    onDone: basket.forget,
  })
  const all = basket.done === lines.length
  return (
    <section className={styles.list} aria-label={t('warehouse.lines')}>
      <ScanField ref={scanner} said={basket.said} onScan={basket.scan} />
      <SectionHeader title={t('warehouse.lines')} count={lines.length}>
        <Button variant="default" size="xs" disabled={all} onClick={basket.all}>
          {t('warehouse.takeAll')}
        </Button>
      </SectionHeader>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <PickLine
            key={line.id}
            line={line}
            gathered={basket.of(line)}
            onChange={(quantity) => {
              basket.set(line, quantity)
              // The next code is scanned without touching the field again.
              if (isTouched()) scanner.current?.focus({ preventScroll: true })
            }}
          />
        ))}
      </ul>
      {!all && <p className={styles.hint}>{t('warehouse.whole')}</p>}
      <div className={styles.foot}>
        <div className={styles.progress}>
          <span role="status">{t('warehouse.progress', { done: basket.done, all: lines.length })}</span>
          <progress max={lines.length} value={basket.done} aria-hidden />
        </div>
        <Button size="md" disabled={!all} loading={complete.isPending} onClick={() => complete.mutate()}>
          {t('warehouse.complete')}
        </Button>
        {complete.error && <Refusal error={complete.error} />}
      </div>
    </section>
  )
}
