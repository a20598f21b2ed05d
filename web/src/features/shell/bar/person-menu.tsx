import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconKeyboard, IconLogout } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { signOut, useMembership, useSignedIn } from '../../../lib/session.js'
import { Menu } from '../../../ui/overlays/menu.js'
import { initialsOf } from '../../../ui/person.js'
import styles from './bar.module.css'
import { LanguageItems } from './language-menu.js'
import { SchemeItems } from './scheme-menu.js'

/** Who is signed in, and the way out. On a phone also the language and the theme. */
export function PersonMenu({ onKeys, isPhone }: { onKeys: () => void; isPhone: boolean }) {
  const { t } = useTranslation()
  const { user } = useSignedIn()
  const here = useMembership()
  const name = `${user.firstName} ${user.lastName}`
  return (
    <Menu
      position="bottom-end"
      width={240}
      button={
        <UnstyledButton className={styles.person} title={name}>
          <span aria-hidden>{initialsOf(name)}</span>
          <VisuallyHidden>{t('shell.person.menu', { name })}</VisuallyHidden>
        </UnstyledButton>
      }
    >
      <div className={styles.who}>
        <strong>{name}</strong>
        <span className={styles.quiet}>{user.email}</span>
        {here && <div className={styles.quiet}>{here.organizationName}</div>}
      </div>
      <Menu.Divider />
      {isPhone && (
        <>
          <LanguageItems />
          <Menu.Divider />
          <SchemeItems />
          <Menu.Divider />
        </>
      )}
      {!isPhone && (
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.5} />} onClick={onKeys}>
          {t('shell.person.keys')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} />} onClick={() => void signOut()}>
        {t('shell.person.signOut')}
      </Menu.Item>
    </Menu>
  )
}
