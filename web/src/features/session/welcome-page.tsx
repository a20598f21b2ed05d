import { Button, Radio } from '@mantine/core'
import type { VatSettings } from '@prometric/contracts/settings'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer, useCommand } from '../../lib/api.js'
import { percent } from '../../lib/format.js'
import { useMembership } from '../../lib/session.js'
import { useTitle } from '../../lib/title.js'
import { Problem } from '../../ui/states/problem.js'
import { Refusal } from '../../ui/states/refusal.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import styles from './guest.module.css'

type Mode = VatSettings['rateMode']

/** The company is open; how it charges VAT is asked before its first price. The law by its days is preselected. */
export function Page() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const name = useMembership()?.organizationName ?? ''
  const { data: vat, error, refetch } = useAnswer<VatSettings>('/settings/vat')
  const [mode, setMode] = useState<Mode>('DATED')
  const save = useCommand({
    method: 'PUT',
    path: '/settings/vat',
    body: () => ({ rateMode: mode }),
    touches: ['/settings'],
    onDone: () => void navigate({ to: '/', replace: true }),
  })
  useTitle(t('session.vat.title'))

  return (
    <>
      <h1 className={styles.title}>{t('session.vat.title')}</h1>
      <p className={styles.lead}>{t('session.vat.lead', { name })}</p>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!vat && !error && <Skeleton shape="lines" rows={4} />}
      {vat && (
        <div className={styles.form}>
          <Radio.Group value={mode} onChange={(next) => setMode(next as Mode)} aria-label={t('session.vat.title')}>
            <div className={styles.choices}>
              <Choice value="DATED" title={t('session.vat.law')}>
                {t('session.vat.lawMore', { rate: percent(vat.statutoryRate ?? 0) })}
              </Choice>
              <Choice value="FIXED" title={t('session.vat.fixed', { rate: percent(vat.fixedRate) })}>
                {t('session.vat.fixedMore')}
              </Choice>
            </div>
          </Radio.Group>
          <Refusal error={save.error} />
          <Button loading={save.isPending} onClick={() => save.mutate()} fullWidth>
            {t('session.vat.start')}
          </Button>
        </div>
      )}
    </>
  )
}

function Choice({ value, title, children }: { value: Mode; title: string; children: string }) {
  return (
    <Radio.Card value={value} className={styles.choice}>
      <Radio.Indicator />
      <strong>{title}</strong>
      <small>{children}</small>
    </Radio.Card>
  )
}
