import { type FormEvent, useState } from 'react'
import { useLanguage } from './language.js'
import { Problem } from './problem.js'
import { signIn } from './session.js'

export function SignIn() {
  const { texts } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setError(undefined)
    try {
      await signIn(String(form.get('email')), String(form.get('password')))
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }

  return (
    <main className="sign-in">
      <h1>{texts.signIn.title}</h1>
      <form onSubmit={(event) => void submit(event)}>
        <label>
          {texts.signIn.email}
          <input name="email" type="email" autoComplete="username" required autoFocus />
        </label>
        <label>
          {texts.signIn.password}
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <Problem error={error} />
        <button type="submit" className="primary" disabled={busy}>
          {busy ? texts.signIn.busy : texts.signIn.submit}
        </button>
      </form>
    </main>
  )
}
