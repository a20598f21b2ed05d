import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { send } from '../../../lib/http.js'
import { enter, type SignedIn } from '../../../lib/session.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { formProblem, useFieldProblems } from '../field-problem.js'
import styles from '../guest.module.css'
import { forgetNewcomer, newcomer } from '../newcomer.js'
import { OptionalLabel } from '../optional-label.js'
import { useSending } from '../use-sending.js'
import { StateNumberField } from './state-number-field.js'
import { StepHead } from './step-head.js'

const types = ['TOO', 'IP', 'AO', 'KH', 'GU', 'OTHER'] as const
const sizes = ['1-10', '11-50', '51-200', '201-500', '500+'] as const
type CompanyType = (typeof types)[number]

/** A company of one's own. Once it is open, one question is left. */
export function CompanyStep({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [type, setType] = useState<CompanyType>('TOO')
  const [number, setNumber] = useState('')
  const { busy, error, run } = useSending()
  const problemOf = useFieldProblems(error)
  const isPerson = type === 'IP'

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim() || undefined
    run(async () => {
      const companyInfo = {
        companyType: type,
        companyName: given('companyName'),
        [isPerson ? 'iin' : 'bin']: number,
        industry: given('industry'),
        employeeCount: given('employeeCount'),
      }
      const body = { onboardingToken: newcomer().onboardingToken, selectedRole: 'owner', companyInfo }
      const { data } = await send<SignedIn>('/auth/registration/onboarding/complete', { method: 'POST', body })
      forgetNewcomer()
      enter(data)
      await navigate({ to: '/welcome' })
    })
  }

  return (
    <>
      <StepHead step={3} title={t('session.company.title')} />
      <form className={styles.form} onSubmit={submit}>
        <NativeSelect
          label={t('session.company.type')}
          value={type}
          onChange={(event) => setType(event.target.value as CompanyType)}
          data={types.map((value) => ({ value, label: t(`session.company.types.${value}`) }))}
        />
        <StateNumberField
          label={t(isPerson ? 'session.company.iin' : 'session.company.bin')}
          value={number}
          isBin={!isPerson}
          onChange={setNumber}
          problem={problemOf('bin', 'iin')}
        />
        <TextInput
          name="companyName"
          label={t('session.company.name')}
          description={t('session.company.nameHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="organization"
          minLength={2}
          maxLength={255}
          required
          error={problemOf('companyName')}
        />
        <TextInput
          name="industry"
          label={<OptionalLabel>{t('session.company.industry')}</OptionalLabel>}
          placeholder={t('session.company.industryHint')}
          maxLength={100}
        />
        <NativeSelect
          name="employeeCount"
          label={<OptionalLabel>{t('session.company.size')}</OptionalLabel>}
          data={[{ value: '', label: t('session.company.sizeUnknown') }, ...sizes]}
        />
        <Refusal error={formProblem(error, 'bin', 'iin', 'companyName')} />
        <div className={styles.row}>
          <Button variant="default" onClick={onBack}>
            {t('session.back')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('session.company.submit')}
          </Button>
        </div>
      </form>
    </>
  )
}
