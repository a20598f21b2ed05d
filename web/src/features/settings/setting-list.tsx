import type { SettingRow } from '@prometric/contracts/settings'
import { useTranslation } from 'react-i18next'
import { SectionHeader } from '../../ui/section-header.js'
import { SettingControl } from './setting-control.js'
import styles from './settings.module.css'
import { useSettingWords } from './setting-words.js'

/** The other settings as a plain list, by what they are about. What has its own form, and what people need not see, is left out. */
export function SettingList({ settings }: { readonly settings: readonly SettingRow[] }) {
  const { t } = useTranslation()
  const words = useSettingWords()
  const shown = settings.filter(
    ({ key, isSecret }) => !isSecret && !['vat.isPayer', 'vat.rateMode', 'vat.fixedRate'].includes(key),
  )
  const groups = Map.groupBy(shown, ({ key }) => key.split('.')[0] ?? '')
  return (
    <>
      {[...groups].map(([group, these]) => (
        <section key={group} className={styles.section} aria-label={words.group(group)}>
          <SectionHeader title={words.group(group)} />
          <ul className={styles.list} aria-label={t('settings.of', { group: words.group(group) })}>
            {these.map((setting) => (
              <SettingControl key={setting.key} setting={setting} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
