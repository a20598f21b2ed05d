import { useTranslation } from 'react-i18next'

interface SettingWords {
  group(name: string): string
  name(key: string): string
  value(value: string): string
}

/** The words of a setting. One that has none yet is told by its key, as the API names it. */
export function useSettingWords(): SettingWords {
  const { i18n } = useTranslation()
  const word = (key: string, otherwise: string) => {
    const path = `settings.${key}`
    return i18n.exists(path) ? String(i18n.t(path as never)) : otherwise
  }
  return {
    group: (name) => word(`groups.${name}`, name),
    name: (key) => word(`names.${key}`, key),
    value: (value) => word(`values.${value}`, value),
  }
}
