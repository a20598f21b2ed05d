import { Button, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { send } from '../../../lib/http.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { formProblem, useFieldProblems } from '../field-problem.js'
import styles from '../guest.module.css'
import { newcomer } from '../newcomer.js'
import { OptionalLabel } from '../optional-label.js'
import { useSending } from '../use-sending.js'
import { StateNumberField } from './state-number-field.js'
import { StepHead } from './step-head.js'

const path = '/auth/registration/onboarding/complete'

/** A request to join a company. The answer is the same whether there is such a company or not. */
export function JoinStep({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [bin, setBin] = useState('')
  const { busy, error, run } = useSending()
  const problemOf = useFieldProblems(error)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim() || undefined
    run(async () => {
      const body = {
        onboardingToken: newcomer().onboardingToken,
        selectedRole: 'employee',
        employeeCompanyBin: bin,
        requestedPosition: given('position'),
        requestedDepartment: given('department'),
        message: given('message'),
      }
      await send(path, { method: 'POST', body })
      await navigate({ to: '/waiting' })
    })
  }

  return (
    <>
      <StepHead step={3} title={t('session.join.title')} />
      <form className={styles.form} onSubmit={submit}>
        <StateNumberField
          label={t('session.join.bin')}
          value={bin}
          isBin
          onChange={setBin}
          problem={problemOf('employeeCompanyBin')}
        />
        <TextInput
          name="position"
          label={<OptionalLabel>{t('session.join.position')}</OptionalLabel>}
          autoComplete="organization-title"
          maxLength={255}
        />
        <TextInput
          name="department"
          label={<OptionalLabel>{t('session.join.department')}</OptionalLabel>}
          maxLength={255}
        />
        <Textarea
          name="message"
          label={<OptionalLabel>{t('session.join.message')}</OptionalLabel>}
          placeholder={t('session.join.messageHint')}
          maxLength={2000}
          rows={3}
        />
        <Refusal error={formProblem(error, 'employeeCompanyBin')} />
        <div className={styles.row}>
          <Button variant="default" onClick={onBack}>
            {t('session.back')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('session.join.submit')}
          </Button>
        </div>
      </form>
    </>
  )
}
