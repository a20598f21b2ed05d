import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../../../lib/http.js'
import { NotFound } from './not-found.js'
import { Sorry } from './sorry.js'

/** What cannot be shown, and why: no right, no connection, an older program, or something that nobody expected. */
export function PageError({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const router = useRouter()
  const [code] = useState(() => codeOf(error))
  const retry = { label: t('shell.errors.retry'), act: () => void router.invalidate() }
  const status = error instanceof Refused ? error.status : undefined
  if (status === 404) return <NotFound />
  if (status === 403) {
    const { permission } = (error as Refused).facts
    const text = t('shell.errors.forbiddenMore', { permission: String(permission ?? '') })
    return <Sorry title={t('shell.errors.forbidden')} text={text} />
  }
  if (status === 0)
    return <Sorry title={t('shell.errors.offline')} text={t('shell.errors.offlineMore')} action={retry} />
  if (isOldProgram(error)) {
    const reload = { label: t('shell.errors.reload'), act: () => location.reload() }
    return <Sorry title={t('shell.errors.newer')} text={t('shell.errors.newerMore')} action={reload} />
  }
  const text = t('shell.errors.unexpectedMore')
  return <Sorry title={t('shell.errors.unexpected')} text={text} code={code} action={retry} />
}

/** The request's number, by which the log finds it; for a mistake of the page its name and the minute. */
function codeOf(error: unknown): string {
  if (error instanceof Refused) return [error.code, error.requestId].filter(Boolean).join(' · ')
  const name = error instanceof Error ? `${error.name}: ${error.message.slice(0, 80)}` : String(error)
  return `${name} · ${new Date().toISOString().slice(0, 16)}`
}

/** The pages of a version that is no longer served cannot be fetched. */
const isOldProgram = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|Importing a module script|Unable to preload/i.test(error.message)
