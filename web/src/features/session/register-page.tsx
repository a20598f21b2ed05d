import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTitle } from '../../lib/title.js'
import { newcomer } from './newcomer.js'
import { AccountStep } from './register/account-step.js'
import { CodeStep } from './register/code-step.js'
import { CompanyStep } from './register/company-step.js'
import { JoinStep } from './register/join-step.js'
import { RoleStep } from './register/role-step.js'

type Step = 'account' | 'code' | 'role' | 'company' | 'join'

/** From nobody to a company of one's own, or to a request to join one. A reload goes on where it was. */
export function Page() {
  const { t } = useTranslation()
  const { step: wished } = useSearch({ from: '/guest/register' })
  const navigate = useNavigate()
  const [step, setStep] = useState<Step>(() => firstStep(wished))
  const go = (next: Step) => {
    setStep(next)
    void navigate({ to: '/register', search: { step: next } })
  }
  useTitle(t('session.register.title'))

  if (step === 'code') return <CodeStep onDone={() => go('role')} onOther={() => go('account')} />
  if (step === 'role') return <RoleStep onChoose={go} />
  if (step === 'company') return <CompanyStep onBack={() => go('role')} />
  if (step === 'join') return <JoinStep onBack={() => go('role')} />
  return <AccountStep onDone={() => go('code')} />
}

/** The step that the address names, when what it needs is known. */
function firstStep(wished: string | undefined): Step {
  const { email, onboardingToken } = newcomer()
  if ((wished === 'role' || wished === 'company' || wished === 'join') && onboardingToken) return wished
  return wished === 'code' && email ? 'code' : 'account'
}
