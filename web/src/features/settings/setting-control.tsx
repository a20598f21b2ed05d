import { Button, Select } from '@mantine/core'
import type { SettingRow } from '@prometric/contracts/settings'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { Check } from '../../ui/check.js'
import { NumberField } from '../../ui/fields/number-field.js'
import { Refusal } from '../../ui/states/refusal.js'
import { useSettingWords } from './setting-words.js'
import styles from './settings.module.css'

/** What may be chosen where the kind of the value does not tell it. */
const choices: Readonly<Record<string, readonly string[]>> = {
  'orders.stockPolicy': ['ALLOCATE', 'STRICT'],
  'deals.commissionBasis': ['NET_REVENUE', 'MARGIN'],
}

/** Numbers that may be left out: no threshold at all. */
const mayBeNothing = new Set(['orders.approvalThreshold'])
const whole = /Days$|Years$/

/** One setting with the control that its value needs; what the program knows only one way of is told, not asked. */
export function SettingControl({ setting }: { readonly setting: SettingRow }) {
  const { t } = useTranslation()
  const words = useSettingWords()
  const { key, value, isReadonly } = setting
  const name = words.name(key)
  const [figure, setFigure] = useState<number | null>(typeof value === 'number' ? value : null)
  // What was pressed stands at once, and goes back when it is refused.
  const [said, setSaid] = useState(value)
  const save = useCommand<{ value: SettingRow['value'] }>({
    method: 'PUT',
    path: `/settings/${key}`,
    body: (given) => given,
    touches: ['/settings'],
    onRefused: () => setSaid(value),
  })
  const change = (next: SettingRow['value']) => {
    setSaid(next)
    save.mutate({ value: next })
  }
  const numeric = typeof value === 'number' || mayBeNothing.has(key)
  const fixed = isReadonly || (typeof value === 'string' && !choices[key])
  return (
    <li className={styles.setting}>
      {fixed && (
        <>
          <span>{name}</span>
          <span className={styles.quiet}>{typeof value === 'string' ? words.value(value) : JSON.stringify(value)}</span>
        </>
      )}
      {!fixed && typeof value === 'boolean' && (
        <label className={styles.flag}>
          <span>{name}</span>
          <Check checked={said === true} onChange={(event) => change(event.currentTarget.checked)} />
        </label>
      )}
      {!fixed && numeric && (
        <form
          className={styles.figure}
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate({ value: figure })
          }}
        >
          <span>{name}</span>
          {figure !== value && (
            <Button
              type="submit"
              size="xs"
              loading={save.isPending}
              disabled={figure === null && !mayBeNothing.has(key)}
            >
              {t('settings.save')}
            </Button>
          )}
          <NumberField
            bare
            label={name}
            decimals={whole.test(key) ? 0 : 2}
            least={0}
            value={figure}
            onChange={setFigure}
          />
        </form>
      )}
      {!fixed && choices[key] && (
        <>
          <span>{name}</span>
          <Select
            size="sm"
            allowDeselect={false}
            aria-label={name}
            data={choices[key].map((each) => ({ value: each, label: words.value(each) }))}
            value={String(said)}
            onChange={(next) => next && change(next)}
          />
        </>
      )}
      <Refusal error={save.error} />
    </li>
  )
}
