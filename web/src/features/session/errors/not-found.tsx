import { useTranslation } from 'react-i18next'
import { useTitle } from '../../../lib/title.js'
import { Sorry } from './sorry.js'

export function NotFound() {
  const { t } = useTranslation()
  useTitle(t('shell.errors.notFound'))
  return <Sorry title={t('shell.errors.notFound')} text={t('shell.errors.notFoundMore')} />
}
