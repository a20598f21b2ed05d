import { useMediaQuery } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listenToKeys, useShortcut } from '../../lib/keyboard.js'
import { useKept } from '../../lib/kept.js'
import { useSession } from '../../lib/session.js'
import { widths } from '../../theme/tokens.js'
import { late } from '../../ui/late.js'
import { useUpTo } from '../../ui/use-up-to.js'
import { Bar } from './bar/bar.js'
import { BottomBar } from './rail/bottom-bar.js'
import { GoKeys } from './rail/go-keys.js'
import { Rail } from './rail/rail.js'
import styles from './shell.module.css'

const Palette = late(async () => (await import('./palette/palette.js')).Palette)
const Keys = late(async () => (await import('./keys/keys.js')).Keys)

/** The frame around every page: rail, bar, what keys do everywhere, and the page itself. */
export function Shell() {
  const { t } = useTranslation()
  const session = useSession()
  const isPhone = useUpTo('phone')
  const isDesk = useMediaQuery(`(min-width: ${widths.desk}px)`, undefined, { getInitialValueInEffect: false })
  const [wish, keepWish] = useKept('rail', ['auto', 'open', 'closed'])
  const isOpen = wish === 'auto' ? isDesk : wish === 'open'
  const [overlay, setOverlay] = useState<'palette' | 'keys'>()
  const fold = () => keepWish(isOpen ? 'closed' : 'open')
  const close = () => setOverlay(undefined)

  useEffect(listenToKeys, [])
  useDensity()
  useShortcut({ keys: 'mod+k', does: t('shell.keys.search'), everywhere: true }, () => setOverlay('palette'))
  useShortcut({ keys: '?', does: t('shell.keys.help'), everywhere: true }, () => setOverlay('keys'))
  useShortcut({ keys: '[', does: t('shell.keys.rail'), everywhere: true }, fold, !isPhone)

  if (!session) return null
  return (
    <div className={styles.shell} data-rail={isPhone ? 'none' : isOpen ? 'open' : 'closed'}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <GoKeys />
      {!isPhone && <Rail isOpen={isOpen} onFold={fold} />}
      <Bar isPhone={isPhone} onSearch={() => setOverlay('palette')} onKeys={() => setOverlay('keys')} />
      {/* Another workspace is another page: nothing of the last one may stay on the screen. */}
      <main id="content" tabIndex={-1} className={styles.content} key={session.workspaceId}>
        <Outlet />
      </main>
      {isPhone && <BottomBar />}
      {overlay === 'palette' && <Palette onClose={close} />}
      {overlay === 'keys' && <Keys onClose={close} />}
    </div>
  )
}

function useDensity(): void {
  const [density] = useKept('density', ['comfortable', 'compact'])
  useEffect(() => {
    document.documentElement.dataset['density'] = density
  }, [density])
}
