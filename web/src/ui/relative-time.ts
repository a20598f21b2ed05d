import { useTranslation } from 'react-i18next'
import { daysBetween } from '../lib/format.js'

/** Days and instants in words of the page's language: «вчера», «через 3 дня», «5 мин назад». Nothing for what is far away. */
export function useRelative() {
  const { t } = useTranslation()
  return {
    days(day: string, today: string): string | undefined {
      const count = daysBetween(today, day)
      if (count === 0) return t('ui.time.today')
      if (count === 1) return t('ui.time.tomorrow')
      if (count === -1) return t('ui.time.yesterday')
      if (Math.abs(count) > 30) return undefined
      return count > 0 ? t('ui.time.inDays', { count }) : t('ui.time.daysAgo', { count: -count })
    },
    since(instant: string, now: number): string | undefined {
      const minutes = Math.floor((now - Date.parse(instant)) / 60_000)
      if (minutes < 0) return undefined
      if (minutes < 1) return t('ui.time.now')
      if (minutes < 60) return t('ui.time.minutesAgo', { count: minutes })
      if (minutes < 24 * 60) return t('ui.time.hoursAgo', { count: Math.floor(minutes / 60) })
      return undefined
    },
  }
}
