import { useTranslation } from 'react-i18next'
import { quantity } from '../../lib/format.js'

/** How long something took, in the largest unit that says it: `14 мс`, `2,4 с`, `3 ч`. */
export function useDuration(): (milliseconds: number) => string {
  const { t } = useTranslation()
  const round = (value: number) => quantity(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))
  return (milliseconds) => {
    if (milliseconds < 1000) return t('ui.time.milliseconds', { value: round(milliseconds) })
    const seconds = milliseconds / 1000
    if (seconds < 60) return t('ui.time.seconds', { value: round(seconds) })
    if (seconds < 3600) return t('ui.time.minutes', { value: round(seconds / 60) })
    if (seconds < 86_400) return t('ui.time.hours', { value: round(seconds / 3600) })
    return t('ui.time.days', { value: round(seconds / 86_400) })
  }
}
