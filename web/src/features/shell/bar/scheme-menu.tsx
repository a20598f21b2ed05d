import { ActionIcon, type MantineColorScheme, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useKept } from '../../../lib/kept.js'
import { Menu } from '../../../ui/overlays/menu.js'

const schemes = ['light', 'dark', 'auto'] as const
const densities = ['comfortable', 'compact'] as const

/** Day or night, roomy or dense. */
export function SchemeMenu() {
  const { t } = useTranslation()
  const Icon = useComputedColorScheme('light') === 'dark' ? IconMoon : IconSun
  return (
    <Menu
      position="bottom-end"
      button={
        <ActionIcon aria-label={t('shell.appearance')}>
          <Icon size={18} stroke={1.5} />
        </ActionIcon>
      }
    >
      <SchemeItems />
      <Menu.Divider />
      <Menu.Label>{t('shell.density.label')}</Menu.Label>
      <DensityItems />
    </Menu>
  )
}

export function SchemeItems() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu.RadioGroup value={colorScheme} onChange={(next) => setColorScheme(next as MantineColorScheme)}>
      {schemes.map((scheme) => (
        <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
          {t(`shell.scheme.${scheme}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

function DensityItems() {
  const { t } = useTranslation()
  const [density, keep] = useKept('density', densities)
  return (
    <Menu.RadioGroup value={density} onChange={(next) => keep(next as (typeof densities)[number])}>
      {densities.map((each) => (
        <Menu.RadioItem key={each} value={each} closeMenuOnClick>
          {t(`shell.density.${each}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
